import type { patients } from '@foyer/contract'
import { addressText, formatMrn, type PersonName } from '@foyer/patients'
import type { z } from 'zod'
import type { Patient } from './store.ts'

export type PatientLine = z.output<(typeof patients.registerPatient)['reply']>
export type PatientRecord = z.output<(typeof patients.changePatient)['reply']>
type Contact = PatientRecord['contacts'][number]

type NameColumns = {
  readonly given: string
  readonly middle: string | null
  readonly family: string
  readonly preferred: string | null
  readonly prefix: string | null
  readonly suffix: string | null
}

export type LineColumns = NameColumns & {
  readonly id: string
  readonly mrn: string
  readonly birth_date: string
  readonly language: string
  readonly interpreter_needed: boolean
}

export function presentName(row: NameColumns): PersonName {
  return {
    given: row.given,
    family: row.family,
    ...(row.middle === null ? {} : { middle: row.middle }),
    ...(row.preferred === null ? {} : { preferred: row.preferred }),
    ...(row.prefix === null ? {} : { prefix: row.prefix }),
    ...(row.suffix === null ? {} : { suffix: row.suffix }),
  }
}

/** `12 Elm St, Springfield, IL 62701`, as far as it is known. */
export function addressLine(address: unknown): string | null {
  return addressText(address) || null
}

/** Two identifiers in every line. */
export function presentLine(row: LineColumns): PatientLine {
  return {
    id: row.id,
    mrn: formatMrn(row.mrn),
    name: presentName(row),
    birthDate: row.birth_date,
    language: row.language,
    interpreterNeeded: row.interpreter_needed,
  }
}

type PatientColumns = LineColumns &
  Pick<
    Patient,
    | 'sex'
    | 'language_asked'
    | 'pronouns'
    | 'contact_preference'
    | 'address'
    | 'alerts'
    | 'deceased'
    | 'version'
    | 'registration'
    | 'birth_date_estimated'
  >

export function presentPatient(row: PatientColumns, contacts: readonly Contact[]): PatientRecord {
  return {
    ...presentLine(row),
    languageAsked: row.language_asked,
    sex: row.sex as PatientRecord['sex'],
    pronouns: row.pronouns,
    contactPreference: row.contact_preference as PatientRecord['contactPreference'],
    address: row.address as PatientRecord['address'],
    contacts: contacts.map(({ system, value, use }) => ({ system, value, use })),
    alerts: row.alerts,
    deceased: row.deceased,
    registration: row.registration as PatientRecord['registration'],
    birthDateEstimated: row.birth_date_estimated,
    version: row.version,
  }
}

/** An instant as PostgreSQL writes it into JSON, in the form of the wire. */
export function wireInstant(text: string): string {
  return text.endsWith('+00:00') ? `${text.slice(0, -6)}Z` : text
}
