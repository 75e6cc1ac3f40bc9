import { FieldGroup, MoneyField, NumberField, Select, Switch, TextField } from '../../../ui/index.ts'
import { tones } from '../shapes.ts'
import { useWords } from '../use-words.ts'
import type { VisitTypeDraft } from './draft.ts'
import { faultsOf } from './draft-faults.ts'
import { ToneSample } from './tone-sample.tsx'
import styles from './visit-types.module.css'

export interface VisitTypeFieldsProps {
  readonly draft: VisitTypeDraft
  readonly onChange: (part: Partial<VisitTypeDraft>) => void
  /** What has to be mended is marked. */
  readonly hasFaults: boolean
}

export function VisitTypeFields({ draft, onChange, hasFaults }: VisitTypeFieldsProps) {
  const { say } = useWords()
  const faults = faultsOf(draft)
  const nameFault = (name: string) => (hasFaults && name.trim() === '' ? say('needName') : undefined)
  return (
    <>
      <FieldGroup legend={say('theVisit')} columns={2}>
        <TextField
          label={say('nameEn')}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          maxLength={120}
          isRequired
          autoFocus
          autoComplete="off"
          errorMessage={nameFault(draft.name)}
        />
        <TextField
          label={say('nameEs')}
          value={draft.nameEs}
          onChange={(nameEs) => onChange({ nameEs })}
          maxLength={120}
          isRequired
          autoComplete="off"
          errorMessage={nameFault(draft.nameEs)}
        />
        {draft.phases.length === 0 && (
          <NumberField
            label={say('duration')}
            unit={say('minutes')}
            value={draft.durationMinutes}
            onChange={(durationMinutes) => onChange({ durationMinutes })}
            minValue={5}
            maxValue={600}
            isRequired
            errorMessage={hasFaults && faults.duration ? say('needDuration') : undefined}
          />
        )}
        <NumberField
          label={say('buffer')}
          unit={say('minutes')}
          value={draft.bufferAfterMinutes}
          onChange={(bufferAfterMinutes) => onChange({ bufferAfterMinutes })}
          minValue={0}
          maxValue={120}
        />
        <MoneyField
          label={say('copay')}
          description={say('copayHelp')}
          value={draft.copayCents}
          onChange={(copayCents) => onChange({ copayCents })}
        />
        <Select
          label={say('tone')}
          description={
            <>
              <ToneSample tone={draft.tone} /> · {say('toneHelp')}
            </>
          }
          options={tones.map((id) => ({ id, label: say(`tone_${id}`) }))}
          value={draft.tone}
          onChange={(tone) => onChange({ tone })}
        />
        <TextField
          label={say('prepEn')}
          description={say('prepHelp')}
          value={draft.prep}
          onChange={(prep) => onChange({ prep })}
          multiline
          maxLength={1000}
        />
        <TextField
          label={say('prepEs')}
          value={draft.prepEs}
          onChange={(prepEs) => onChange({ prepEs })}
          multiline
          maxLength={1000}
        />
      </FieldGroup>
      <div className={styles.switches}>
        <Switch
          isSelected={draft.forNewPatients}
          onChange={(forNewPatients) => onChange({ forNewPatients })}
          description={say('newPatientsHelp')}
        >
          {say('newPatients')}
        </Switch>
        <Switch
          isSelected={draft.telehealth}
          onChange={(telehealth) => onChange({ telehealth })}
          description={say('telehealthHelp')}
        >
          {say('telehealth')}
        </Switch>
        <Switch
          isSelected={draft.active}
          onChange={(active) => onChange({ active })}
          description={say('visitTypeActiveHelp')}
        >
          {say('visitTypeActive')}
        </Switch>
      </div>
    </>
  )
}
