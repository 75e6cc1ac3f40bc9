/** What a column of a file of people can hold. */
export const personFileFields = [
  'fullName',
  'given',
  'middle',
  'family',
  'preferred',
  'prefix',
  'suffix',
  'formerFamily',
  'birthDate',
  'sex',
  'language',
  'phone',
  'mobilePhone',
  'homePhone',
  'workPhone',
  'email',
  'addressLine',
  'addressLine2',
  'city',
  'state',
  'postalCode',
  'mrn',
  'identifier',
  'payerName',
  'planName',
  'memberId',
  'groupNumber',
  'subscriberName',
] as const
export type PersonFileField = (typeof personFileFields)[number]

/** Two columns of these are two values; of any other they are joined, as house number and street are. */
export const listFields: ReadonlySet<PersonFileField> = new Set([
  'phone',
  'mobilePhone',
  'homePhone',
  'workPhone',
  'email',
  'identifier',
])

/** How a file is read: a field or nothing for each of its columns, in their order. */
export type PeopleMapping = {
  readonly columns: readonly (PersonFileField | null)[]
  readonly dateOrder: 'month-first' | 'day-first'
  /** Of a whole name without a comma. */
  readonly nameOrder: 'given-first' | 'family-first'
}
