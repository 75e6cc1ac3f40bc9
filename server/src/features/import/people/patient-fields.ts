import type { PatientDraft } from '@foyer/fhir'
import { searchName } from '@foyer/patients'
import { addressRow, languageOf, NO_NAME } from '../person-text.ts'
import type { PatientRow } from './store.ts'

export type PatientFields = Omit<PatientRow, 'id' | 'mrn' | 'version' | 'created_at' | 'merged_into'>

const empty: PatientFields = {
  given: NO_NAME,
  middle: null,
  family: NO_NAME,
  preferred: null,
  prefix: null,
  suffix: null,
  birth_date: '',
  sex: 'unknown',
  pronouns: null,
  language: 'en',
  language_asked: false,
  interpreter_needed: false,
  contact_preference: null,
  address: null,
  general_practitioner: null,
  alerts: [],
  deceased: false,
  deceased_on: null,
  search_name: '',
  contact_confirmed_on: null,
}

/** With the folded name by which it is found. */
export function named(fields: PatientFields): PatientFields {
  const name = { given: fields.given, family: fields.family }
  const folded = searchName({ ...name, middle: fields.middle ?? undefined, preferred: fields.preferred ?? undefined })
  return { ...fields, search_name: ` ${folded}` }
}

/**
 * What a draft makes of a record. What the source says counts; what it is silent about stays as the desk has it, and
 * nobody comes back to life because a file is silent about it.
 */
export function patientFields(draft: PatientDraft, before: PatientFields | null): PatientFields {
  const known = before ?? empty
  const language = languageOf(draft.languages)
  const { given: all, family, text } = draft.name
  const [given = family === undefined ? text : undefined, ...middle] = all
  return named({
    ...known,
    given: given ?? NO_NAME,
    middle: middle.length > 0 ? middle.join(' ') : null,
    family: family ?? NO_NAME,
    preferred: draft.preferredName ?? known.preferred,
    prefix: draft.name.prefix ?? null,
    suffix: draft.name.suffix ?? null,
    birth_date: draft.birthDate?.value ?? known.birth_date,
    sex: draft.gender ?? known.sex,
    language: language ?? known.language,
    language_asked: language !== null || known.language_asked,
    address: addressOf(draft) ?? known.address,
    general_practitioner: draft.generalPractitioner ?? known.general_practitioner,
    deceased: draft.deceased || known.deceased,
    deceased_on: diedOn(draft) ?? known.deceased_on,
  })
}

/** For a person whom another source or the desk knows already: only what is empty is filled. */
export function filledFields(draft: PatientDraft, before: PatientFields): PatientFields {
  const said = patientFields(draft, null)
  return named({
    ...before,
    middle: before.middle ?? (before.given === said.given ? said.middle : null),
    preferred: before.preferred ?? said.preferred,
    prefix: before.prefix ?? said.prefix,
    suffix: before.suffix ?? said.suffix,
    birth_date: before.birth_date.length < said.birth_date.length ? said.birth_date : before.birth_date,
    sex: before.sex === 'unknown' ? said.sex : before.sex,
    language: before.language_asked ? before.language : said.language,
    language_asked: before.language_asked || said.language_asked,
    address: before.address ?? said.address,
    general_practitioner: before.general_practitioner ?? said.general_practitioner,
    deceased: before.deceased || said.deceased,
    deceased_on: before.deceased_on ?? said.deceased_on,
  })
}

/** A whole day, or none: an instant is in UTC here, and nobody says in which zone they died. */
function diedOn({ deceasedAt }: PatientDraft): string | null {
  return deceasedAt?.precision === 'day' ? deceasedAt.value : null
}

function addressOf(draft: PatientDraft): PatientFields['address'] {
  const found = addressRow(draft.addresses)
  return found === null ? null : { ...found }
}

/** Two birth dates of unequal precision agree when one begins with the other. */
export function birthDatesAgree(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one)
}
