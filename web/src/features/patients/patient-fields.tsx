import { languages } from '@foyer/patients'
import { Checkbox, DateField, FieldGroup, Select, TextField } from '../../ui/index.ts'
import { bornOn } from './person-text.ts'
import type { DraftFaults, PatientDraft } from './draft.ts'
import { useWords } from './use-words.ts'

export interface PatientFieldsProps {
  readonly draft: PatientDraft
  readonly onChange: (change: Partial<PatientDraft>) => void
  readonly faults: DraftFaults
  /** The latest possible birth date. */
  readonly today: string
  /** What is on record where it is no whole date. */
  readonly partialBirthDate?: string | undefined
}

type TextKey = Exclude<keyof PatientDraft, 'birthDate' | 'sex' | 'interpreterNeeded' | 'contactPreference' | 'language'>
const sexes = ['female', 'male', 'other', 'unknown'] as const
const preferences = ['text', 'call', 'email', 'letter'] as const

export function PatientFields({ draft, onChange, faults, today, partialBirthDate }: PatientFieldsProps) {
  const { say, locale } = useWords()
  const fault = (key: keyof PatientDraft) => (faults[key] ? { errorMessage: say(faults[key]) } : {})
  const text = (key: TextKey) => ({
    value: draft[key],
    onChange: (value: string) => onChange({ [key]: value }),
    ...fault(key),
  })
  return (
    <>
      <FieldGroup legend={say('who')} columns={2}>
        <TextField label={say('given')} {...text('given')} isRequired autoFocus maxLength={80} autoComplete="off" />
        <TextField label={say('family')} {...text('family')} isRequired maxLength={80} autoComplete="off" />
        <DateField
          label={say('birthDate')}
          value={draft.birthDate}
          onChange={(birthDate) => onChange({ birthDate })}
          maxValue={today}
          isRequired
          {...(partialBirthDate
            ? { description: say('birthPartial', { date: bornOn(partialBirthDate, locale) }) }
            : {})}
          {...fault('birthDate')}
        />
        <Select
          label={say('sex')}
          options={sexes.map((id) => ({ id, label: say(`sex_${id}`) }))}
          value={draft.sex}
          onChange={(id) => onChange({ sex: sexes.find((sex) => sex === id) ?? 'unknown' })}
        />
        <TextField label={say('preferred')} {...text('preferred')} maxLength={80} autoComplete="off" />
        <TextField label={say('pronouns')} {...text('pronouns')} maxLength={40} autoComplete="off" />
        <TextField label={say('middle')} {...text('middle')} maxLength={80} autoComplete="off" />
        <TextField label={say('suffix')} {...text('suffix')} maxLength={40} autoComplete="off" />
      </FieldGroup>
      <FieldGroup legend={say('reach')} columns={2}>
        <TextField label={say('phone')} {...text('phone')} type="tel" maxLength={40} autoComplete="off" />
        <TextField label={say('email')} {...text('email')} type="email" maxLength={200} autoComplete="off" />
        <TextField label={say('addressLine')} {...text('line')} maxLength={120} autoComplete="off" />
        <TextField label={say('city')} {...text('city')} maxLength={80} autoComplete="off" />
        <TextField label={say('state')} {...text('state')} maxLength={40} autoComplete="off" />
        <TextField
          label={say('postalCode')}
          {...text('postalCode')}
          maxLength={20}
          inputMode="numeric"
          autoComplete="off"
        />
        <Select
          label={say('contactPreference')}
          options={[
            { id: 'none', label: say('prefersNone') },
            ...preferences.map((id) => ({ id, label: say(`prefer_${id}`) })),
          ]}
          value={draft.contactPreference}
          onChange={(id) => onChange({ contactPreference: preferences.find((one) => one === id) ?? 'none' })}
        />
      </FieldGroup>
      <FieldGroup legend={say('care')} columns={2}>
        <Select
          label={say('language')}
          options={languages.map((language) => ({ id: language.code, label: language[locale] }))}
          value={draft.language}
          onChange={(language) => onChange({ language })}
        />
        <Checkbox
          isSelected={draft.interpreterNeeded}
          onChange={(interpreterNeeded) => onChange({ interpreterNeeded })}
        >
          {say('interpreterNeeded')}
        </Checkbox>
        <TextField label={say('alerts')} description={say('alertsHelp')} {...text('alerts')} multiline rows={2} />
      </FieldGroup>
    </>
  )
}
