import { Plus, X } from 'lucide-react'
import { Button, FieldGroup, IconButton, NumberField, TextField } from '../../../ui/index.ts'
import page from '../practice.module.css'
import { useWords } from '../use-words.ts'
import { lengthOf, nextKey, type PhaseDraft, phasesOf, type VisitTypeDraft } from './draft.ts'
import { PhaseStrip } from './phase-strip.tsx'

export interface PhaseFieldsProps {
  readonly draft: VisitTypeDraft
  readonly onChange: (part: Partial<VisitTypeDraft>) => void
  readonly hasFault: boolean
}

const mostPhases = 8

/** The parts of a visit, one after another: preparation, scan, recovery. */
export function PhaseFields({ draft, onChange, hasFault }: PhaseFieldsProps) {
  const { say } = useWords()
  const { phases } = draft
  const put = (next: readonly PhaseDraft[]) => onChange({ phases: next, kept: null })
  const add = () => {
    // The first part takes the whole visit, so that nothing changes by naming it.
    const minutes = phases.length === 0 ? (draft.durationMinutes ?? 15) : 15
    put([...phases, { key: nextKey(phases), name: '', minutes }])
  }
  return (
    <FieldGroup legend={say('phases')} description={say('phasesHelp')}>
      {draft.kept ? null : <PhaseStrip phases={phasesOf(draft)} durationMinutes={lengthOf(draft) ?? 0} />}
      {phases.map((phase, index) => (
        <div key={phase.key} className={page.actions}>
          <TextField
            label={say('phaseName', { number: index + 1 })}
            value={phase.name}
            onChange={(name) => put(phases.with(index, { ...phase, name }))}
            maxLength={60}
            isRequired
            autoComplete="off"
            errorMessage={hasFault && phase.name.trim() === '' ? say('needName') : undefined}
          />
          <NumberField
            label={say('phaseLength')}
            unit={say('minutes')}
            value={phase.minutes}
            onChange={(minutes) => put(phases.with(index, { ...phase, minutes }))}
            minValue={5}
            maxValue={600}
            isRequired
          />
          <IconButton
            icon={X}
            size="sm"
            label={say('removePhase', { name: phase.name })}
            onPress={() => {
              put(phases.filter(({ key }) => key !== phase.key))
            }}
          />
        </div>
      ))}
      {phases.length < mostPhases && (
        <div>
          <Button size="sm" icon={Plus} onPress={add}>
            {say('addPhase')}
          </Button>
        </div>
      )}
    </FieldGroup>
  )
}
