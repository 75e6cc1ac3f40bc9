import type { NewContact } from '../contact.ts'
import type { PatientChange } from '../store.ts'
import type { Fields } from './record-change.ts'

interface Contacts {
  readonly phone: Pick<NewContact, 'value'> | null
  readonly email: Pick<NewContact, 'value'> | null
}

/** An address as it was read, or as it is about to be written. */
export function addressOf(address: unknown): unknown {
  return typeof address === 'string' ? (JSON.parse(address) as unknown) : (address ?? null)
}

/** What of a person's row is told in its history, under the names of the contract. */
export function personFields(row: PatientChange, { phone, email }: Contacts): Fields {
  return {
    given: row.given,
    middle: row.middle,
    family: row.family,
    preferred: row.preferred,
    prefix: row.prefix,
    suffix: row.suffix,
    birthDate: row.birth_date,
    sex: row.sex,
    pronouns: row.pronouns,
    // Null is "not asked", of both at once.
    language: row.language_asked === false ? null : row.language,
    interpreterNeeded: row.interpreter_needed || (row.language_asked === false ? null : false),
    contactPreference: row.contact_preference,
    address: addressOf(row.address),
    alerts: row.alerts,
    // No form of the desk speaks of these; what is absent was not spoken of.
    ...(row.deceased === undefined ? {} : { deceased: row.deceased || null }),
    ...(row.general_practitioner === undefined ? {} : { generalPractitioner: row.general_practitioner }),
    phone: phone?.value ?? null,
    email: email?.value ?? null,
  }
}
