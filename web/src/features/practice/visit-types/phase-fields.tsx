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

/** The parts of a visit: preparation, scan, recovery. One after another, or from a minute of the visit on. */
export function PhaseFields({ draft, onChange, hasFault }: PhaseFieldsProps) {
  const { say } = useWords()
  const { phases } = draft
  const starts = phasesOf(draft)
  const put = (next: readonly PhaseDraft[]) => onChange({ phases: next, ...(next.length === 0 ? { rest: 0 } : {}) })
  const add = () => {
    // The first part takes the whole visit, so that nothing changes by naming it.
    const minutes = phases.length === 0 ? (draft.durationMinutes ?? 15) : 15
    put([...phases, { key: nextKey(phases), name: '', minutes, startsAt: null }])
  }
  return (
    <FieldGroup legend={say('phases')} description={say('phasesHelp')}>
      <PhaseStrip phases={starts} durationMinutes={lengthOf(draft) ?? 0} />
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
            label={say('phaseStart')}
            description={say('phaseStartHelp', { minute: starts[index]?.offsetMinutes ?? 0 })}
            unit={say('minutes')}
            value={phase.startsAt}
            onChange={(startsAt) => put(phases.with(index, { ...phase, startsAt }))}
            minValue={0}
            maxValue={600}
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
      {phases.length > 0 && (
        <NumberField
          label={say('phaseRest')}
          unit={say('minutes')}
          value={draft.rest}
          onChange={(rest) => onChange({ rest })}
          minValue={0}
          maxValue={600}
        />
      )}
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
