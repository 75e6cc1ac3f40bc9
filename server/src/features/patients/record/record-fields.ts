import { valueText } from '../history/value-text.ts'
import type { Fields } from '../history/record-change.ts'
import type { ContactRow, RecordRow } from './store.ts'

function joined(parts: readonly (string | null)[], between = ' '): string {
  return parts.filter((part) => part !== null && part !== '').join(between)
}

function withPeriod(text: string, start: string | null, end: string | null): string {
  return start === null && end === null ? text : `${text} (${start ?? ''}–${end ?? ''})`
}

function contactText(one: ContactRow): string {
  return joined([one.value, one.use, one.shared_with])
}

/** The texts of what stands in tables of its own, by the field of each. */
function listed<R>(rows: readonly R[], fieldOf: (row: R) => string, textOf: (row: R) => string): Fields {
  const fields: Record<string, string[]> = {}
  for (const row of rows) (fields[fieldOf(row)] ??= []).push(textOf(row))
  return fields
}

const uses = {
  name: ['official', 'usual', 'nickname', 'old', 'maiden', 'anonymous'],
  address: ['temp', 'work', 'billing', 'old', 'home'],
} as const

/** Every list is named, so that one that is empty now tells what stood there. */
const nothing: Fields = Object.fromEntries([
  ...Object.entries(uses).flatMap(([part, all]) => all.map((use) => [`${part}.${use}`, null])),
  ...['phone', 'email'].flatMap((part) => ['further', 'former'].map((which) => [`${part}.${which}`, null])),
])

function contactFields(row: RecordRow, system: 'phone' | 'email'): Fields {
  const all = row.contacts.filter((one) => one.system === system)
  const [first, ...further] = all.filter(({ period_end }) => period_end === null)
  const former = all.filter(({ period_end }) => period_end !== null)
  return {
    [system]: first?.value ?? null,
    [`${system}.use`]: first?.use ?? null,
    [`${system}.sharedWith`]: first?.shared_with ?? null,
    [`${system}.mayLeaveMessage`]: first?.may_leave_message ? true : null,
    [`${system}.further`]: further.map(contactText),
    [`${system}.former`]: former.map(({ value }) => value),
  }
}

/** What the history tells of a person's details, under the names of the contract; lists as people read them. */
export function recordFields(row: RecordRow): Fields {
  return {
    ...nothing,
    given: row.given,
    middle: row.middle,
    family: row.family,
    preferred: row.preferred,
    prefix: row.prefix,
    suffix: row.suffix,
    birthDate: row.birth_date,
    birthDateEstimated: row.birth_date_estimated,
    sex: row.sex,
    birthSex: row.birth_sex,
    genderIdentity: row.gender_identity,
    pronouns: row.pronouns,
    multipleBirth: row.multiple_birth,
    language: row.language_asked ? row.language : null,
    furtherLanguages: row.further_languages,
    interpreterNeeded: row.interpreter_needed || (row.language_asked ? false : null),
    accessibility: row.accessibility,
    race: row.race,
    ethnicity: row.ethnicity,
    deceased: row.deceased,
    deceasedOn: row.deceased_on,
    generalPractitioner: row.general_practitioner,
    employer: row.employer,
    occupation: row.occupation,
    contactPreference: row.contact_preference,
    address: row.address,
    addressSince: row.address_since,
    ...contactFields(row, 'phone'),
    ...contactFields(row, 'email'),
    ...listed(
      row.names,
      ({ use }) => `name.${use}`,
      (one) =>
        withPeriod(
          joined([one.prefix, one.given, one.middle, one.family, one.suffix]),
          one.period_start,
          one.period_end,
        ),
    ),
    ...listed(
      row.addresses,
      ({ use }) => `address.${use}`,
      (one) => withPeriod(valueText(one.address) ?? '', one.period_start, one.period_end),
    ),
  }
}
