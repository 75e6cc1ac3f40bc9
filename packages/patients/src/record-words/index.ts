import { type RecordField, recordFields } from './fields.ts'
import { readPlain, type Reading } from './reading.ts'

export { type RecordField } from './fields.ts'
export { type Reading } from './reading.ts'

function isField(field: string): field is RecordField {
  return Object.hasOwn(recordFields, field)
}

/** What a field of a record is called; one that nobody has words for says its name. */
export function fieldName(field: string, locale: 'en' | 'es'): string {
  return isField(field) ? recordFields[field][locale] : field
}

/** What stands in a field, in words; null: nothing does. */
export function fieldText(field: string, value: unknown, reading: Reading): string | null {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null
  return (isField(field) ? recordFields[field].read : readPlain)(value, reading)
}
