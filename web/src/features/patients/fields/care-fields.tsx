import { languages } from '@foyer/patients'
import { useState } from 'react'
import { Checkbox, Select, TextField } from '../../../ui/index.ts'
import type { FieldsProps } from './fields-props.ts'
import { useWords } from '../use-words.ts'

const notAsked = 'not-asked'

export function CareFields({ draft, onChange, text, isRequired, hasFocus }: FieldsProps) {
  const { say, locale } = useWords()
  // An answer that is on record is not taken back to nothing.
  const [mayStayOpen] = useState(draft.language === '')
  return (
    <>
      <Select
        label={say('language')}
        options={[
          ...(mayStayOpen || draft.language === '' ? [{ id: notAsked, label: say('languageNotAsked') }] : []),
          ...languages.map((language) => ({ id: language.code, label: language[locale] })),
        ]}
        value={draft.language === '' ? notAsked : draft.language}
        onChange={(language) => onChange({ language: language === notAsked ? '' : language })}
        isRequired={isRequired('language')}
        autoFocus={hasFocus('language')}
      />
      <Checkbox isSelected={draft.interpreterNeeded} onChange={(interpreterNeeded) => onChange({ interpreterNeeded })}>
        {say('interpreterNeeded')}
      </Checkbox>
      <TextField label={say('alerts')} description={say('alertsHelp')} {...text('alerts')} multiline rows={2} />
    </>
  )
}
