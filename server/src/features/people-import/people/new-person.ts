import { type FilePerson, mrnNumber } from '@foyer/patients'
import { emailContact, phoneContact, storedSearchName } from '../../patients/index.ts'
import { numbersOf } from '../work/as-match.ts'

/** The counter begins at the first number itself; `mrnNumber` counts from it. */
const FIRST_COUNT = 410_000

export interface ContactRow {
  readonly id: string
  readonly patient_id: string
  readonly system: 'phone' | 'email'
  readonly value: string
  readonly search_value: string
  readonly use: string
  readonly rank: number
}

/** Phones and e-mails in the order of the file. */
export function contactRows(patientId: string, person: FilePerson, newId: () => string): readonly ContactRow[] {
  const phones = person.phones.map(({ value, use }) => ({ contact: phoneContact(value), use }))
  const emails = person.emails.map((email) => ({ contact: emailContact(email), use: 'home' }))
  return [...phones, ...emails].flatMap(({ contact, use }, rank) =>
    contact === null
      ? []
      : [
          {
            id: newId(),
            patient_id: patientId,
            system: contact.system,
            value: contact.value,
            search_value: contact.searchValue,
            use,
            rank: rank + 1,
          },
        ],
  )
}

export function patientRow(id: string, count: number, person: FilePerson, at: string) {
  const { given, family, middle, preferred } = person
  return {
    id,
    mrn: mrnNumber(count - FIRST_COUNT),
    given,
    middle: middle ?? null,
    family,
    preferred: preferred ?? null,
    prefix: person.prefix ?? null,
    suffix: person.suffix ?? null,
    birth_date: person.birthDate,
    sex: person.sex ?? 'unknown',
    pronouns: null,
    language: person.language ?? 'en',
    language_asked: person.language !== undefined,
    interpreter_needed: false,
    contact_preference: null,
    address: person.address ?? null,
    alerts: [],
    deceased: false,
    search_name: storedSearchName({ given, family, middle, preferred }),
    version: 1,
    created_at: at,
  }
}

export function coverageRow(
  id: string,
  patientId: string,
  payerId: string,
  cover: NonNullable<FilePerson['coverage']>,
) {
  return {
    id,
    patient_id: patientId,
    payer_id: payerId,
    plan_name: cover.planName ?? null,
    member_id: cover.memberId ?? null,
    group_number: cover.groupNumber ?? null,
    relationship: cover.subscriberName === undefined ? 'self' : 'other',
    subscriber_name: cover.subscriberName ?? null,
    coverage_order: 1,
  }
}

/** What the history says of a new record. */
export function newFields(person: FilePerson, payerName: string | null): Readonly<Record<string, unknown>> {
  return {
    given: person.given,
    middle: person.middle,
    family: person.family,
    preferred: person.preferred,
    prefix: person.prefix,
    suffix: person.suffix,
    birthDate: person.birthDate,
    sex: person.sex,
    language: person.language,
    address: person.address,
    phone: person.phones[0]?.value,
    email: person.emails[0],
    identifier: numbersOf(person),
    formerFamily: person.formerFamily,
    ...(payerName === null ? {} : { 'coverage.payer': payerName, 'coverage.memberId': person.coverage?.memberId }),
  }
}
