import type { ExportedPerson, ExportedRecord } from '@foyer/fhir'
import {
  askedDeclined,
  birthSexes,
  type ConfidentialContact,
  ethnicities,
  formatMrn,
  genderIdentities,
  races,
} from '@foyer/patients'
import { addressesOf, type CopyLanguage, conceptOf, contactsOf, namesOf } from './person-parts.ts'
import type { PersonRow, Rest } from './store.ts'

/** What one record says of the person themselves: what FHIR has a place for, and what only paper says. */
export interface RecordCopy extends ExportedRecord {
  readonly pronouns: string | null
  /** Codes, and words of the desk. */
  readonly accessibility: readonly string[]
  readonly alerts: readonly string[]
  readonly contactPreference: string | null
  readonly wish: ConfidentialContact | null
  readonly employer: string | null
  readonly occupation: string | null
}

interface Told {
  /** The patient asks for themselves. */
  readonly own: boolean
  /** Whoever asks may know how the patient is reached. */
  readonly isReachedByAll: boolean
  readonly wish: ConfidentialContact | null
  readonly language: CopyLanguage
}

/** What of a record stands in its own row and in the tables of names, homes, numbers: `rest` may be of several records. */
export function recordPart(row: PersonRow, rest: Rest, { own, isReachedByAll, wish, language }: Told): RecordCopy {
  const isOf = ({ patient_id }: { readonly patient_id: string }): boolean => patient_id === row.id
  return {
    id: row.id,
    mrn: formatMrn(row.mrn),
    identifiers: rest.identifiers.filter(isOf).map(({ system, value }) => ({ system, value })),
    names: namesOf(row, rest.names.filter(isOf)).filter(({ use }) => own || use !== 'nickname'),
    birthDate: row.birth_date === '' ? null : row.birth_date,
    sex: row.sex as ExportedPerson['sex'],
    deceased: row.deceased,
    deceasedOn: row.deceased ? row.deceased_on : null,
    isBirthDateEstimated: row.birth_date_estimated,
    multipleBirth: row.multiple_birth,
    birthSex: own ? conceptOf(birthSexes, row.birth_sex, language) : null,
    genderIdentity: own ? conceptOf(genderIdentities, row.gender_identity, language) : null,
    race: (row.race ?? []).flatMap((code) => conceptOf(races, code, language) ?? []),
    ethnicity: conceptOf([...ethnicities, askedDeclined], row.ethnicity, language),
    // English that nobody said is no language of theirs.
    languages: [...(row.language_asked ? [row.language] : []), ...row.further_languages],
    interpreterNeeded: row.interpreter_needed,
    addresses: isReachedByAll ? addressesOf(row, rest.addresses.filter(isOf)) : [],
    contacts: isReachedByAll ? contactsOf(rest.contacts.filter(isOf)) : [],
    pronouns: own ? row.pronouns : null,
    accessibility: row.accessibility,
    alerts: own ? row.alerts : [],
    contactPreference: isReachedByAll ? row.contact_preference : null,
    wish: own ? wish : null,
    generalPractitioner: row.general_practitioner,
    employer: row.employer,
    occupation: row.occupation,
  }
}

/** A record that was merged into the one that speaks for the person, by a wish of its own where it had one. */
export function mergedPart(row: PersonRow, rest: Rest, told: Omit<Told, 'wish'>): RecordCopy {
  const wish = row.confidential_contact as ConfidentialContact | null
  return recordPart(row, rest, {
    ...told,
    isReachedByAll: told.isReachedByAll && (told.own || wish === null),
    wish,
  })
}
