import { sexes } from '@foyer/patients'
import { DateField, Select, TextField } from '../../../ui/index.ts'
import type { FieldsProps } from './fields-props.ts'
import { bornOn } from '../person-text.ts'
import { useWords } from '../use-words.ts'

export function WhoFields(props: FieldsProps) {
  const { draft, onChange, today, partialBirthDate, fault, text, isAsked, isRequired, hasFocus } = props
  const { say, locale } = useWords()
  return (
    <>
      <TextField
        label={say('given')}
        {...text('given')}
        isRequired
        autoFocus={hasFocus('name')}
        maxLength={80}
        autoComplete="off"
      />
      <TextField label={say('family')} {...text('family')} isRequired maxLength={80} autoComplete="off" />
      <DateField
        label={say('birthDate')}
        value={draft.birthDate}
        onChange={(birthDate) => onChange({ birthDate })}
        maxValue={today}
        isRequired={isRequired('birthDate')}
        autoFocus={hasFocus('birthDate')}
        {...(partialBirthDate ? { description: say('birthPartial', { date: bornOn(partialBirthDate, locale) }) } : {})}
        {...fault('birthDate')}
      />
      {isAsked('sex') && (
        <Select
          label={say('sex')}
          options={sexes.map((one) => ({ id: one.code, label: one[locale] }))}
          value={draft.sex}
          onChange={(id) => onChange({ sex: sexes.find(({ code }) => code === id)?.code ?? 'unknown' })}
          isRequired={isRequired('sex')}
          autoFocus={hasFocus('sex')}
        />
      )}
      {isAsked('preferred') && (
        <TextField
          label={say('preferred')}
          {...text('preferred')}
          isRequired={isRequired('preferred')}
          autoFocus={hasFocus('preferred')}
          maxLength={80}
          autoComplete="off"
        />
      )}
      {isAsked('pronouns') && (
        <TextField
          label={say('pronouns')}
          {...text('pronouns')}
          isRequired={isRequired('pronouns')}
          autoFocus={hasFocus('pronouns')}
          maxLength={40}
          autoComplete="off"
        />
      )}
      {isAsked('middle') && (
        <TextField
          label={say('middle')}
          {...text('middle')}
          isRequired={isRequired('middle')}
          autoFocus={hasFocus('middle')}
          maxLength={80}
          autoComplete="off"
        />
      )}
      <TextField label={say('suffix')} {...text('suffix')} maxLength={40} autoComplete="off" />
    </>
  )
}
