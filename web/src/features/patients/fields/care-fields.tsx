import { languages } from '@foyer/patients'
import { Checkbox, Select, TextField } from '../../../ui/index.ts'
import type { FieldsProps } from './fields-props.ts'
import { useWords } from '../use-words.ts'

export function CareFields({ draft, onChange, text }: FieldsProps) {
  const { say, locale } = useWords()
  return (
    <>
      <Select
        label={say('language')}
        options={languages.map((language) => ({ id: language.code, label: language[locale] }))}
        value={draft.language}
        onChange={(language) => onChange({ language })}
      />
      <Checkbox isSelected={draft.interpreterNeeded} onChange={(interpreterNeeded) => onChange({ interpreterNeeded })}>
        {say('interpreterNeeded')}
      </Checkbox>
      <TextField label={say('alerts')} description={say('alertsHelp')} {...text('alerts')} multiline rows={2} />
    </>
  )
}
