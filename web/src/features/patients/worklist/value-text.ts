import { languageName } from '@foyer/patients'
import type { Locale } from '../../../app/catalog.ts'
import { bornOn } from '../person-text.ts'
import { isWord as isPatientWord, type Say as SayPatient } from '../use-words.ts'
import type { Field, Value } from './face.ts'
import type { Say } from './use-words.ts'

/** What stands in a field, as it is read. */
export function valueText(field: Field['field'], value: Value, say: Say, sayOf: SayPatient, locale: Locale): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return say('empty')
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no')
  if (Array.isArray(value))
    return value.map((one) => (field === 'furtherLanguages' ? languageName(one, locale) : one)).join(', ')
  if (typeof value === 'object') return `${value.line}, ${value.city}, ${value.state} ${value.postalCode}`
  if (field === 'birthDate') return bornOn(value, locale)
  if (field === 'language') return languageName(value, locale)
  const word = field === 'sex' || field === 'birthSex' ? `sex_${value}` : `prefer_${value}`
  return field !== 'pronouns' && isPatientWord(word) ? sayOf(word) : value
}
