import { fieldText } from '@foyer/patients'
import type { Locale } from '../../../app/catalog.ts'
import { bornOn } from '../person-text.ts'
import type { Field, Value } from './face.ts'
import type { Say } from './use-words.ts'

/** What stands in a field, as it is read. */
export function valueText(field: Field['field'], value: Value, say: Say, locale: Locale): string {
  return fieldText(field, value, { locale, day: (date) => bornOn(date, locale) }) ?? say('empty')
}
