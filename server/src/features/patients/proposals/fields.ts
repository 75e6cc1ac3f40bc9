import type { PatientChange } from '../store.ts'

/** What a feed has a say in, by the name a field has in the history, and the column in which it stands. */
export const feedColumns = {
  given: 'given',
  middle: 'middle',
  family: 'family',
  preferred: 'preferred',
  prefix: 'prefix',
  suffix: 'suffix',
  birthDate: 'birth_date',
  sex: 'sex',
  language: 'language',
  address: 'address',
  generalPractitioner: 'general_practitioner',
  deceased: 'deceased',
} as const satisfies Readonly<Record<string, keyof PatientChange>>

export type FeedField = keyof typeof feedColumns

export const feedFields = Object.keys(feedColumns) as readonly FeedField[]

export function isFeedField(field: string): field is FeedField {
  return field in feedColumns
}

/** Columns that cannot be empty, whatever a feed says. */
const never: ReadonlySet<FeedField> = new Set(['given', 'family', 'birthDate', 'sex', 'language', 'deceased'])

export function mayBeEmpty(field: FeedField): boolean {
  return !never.has(field)
}
