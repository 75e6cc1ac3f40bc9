import { isWholeAddress, type Registration, type RegistrationFacts } from '@foyer/patients'
import { addressOf } from '../history/person-fields.ts'
import type { Patient } from '../store.ts'

type Columns = Pick<Patient, 'given' | 'family' | 'middle' | 'preferred' | 'birth_date'> &
  Partial<
    Pick<
      Patient,
      | 'registration'
      | 'birth_date_estimated'
      | 'sex'
      | 'pronouns'
      | 'birth_sex'
      | 'gender_identity'
      | 'contact_preference'
      | 'language_asked'
      | 'accessibility'
      | 'race'
      | 'ethnicity'
      | 'employer'
    > & { readonly address: unknown }
  >

interface Besides {
  readonly phone: unknown
  readonly email: unknown
  readonly emergencyContact?: unknown
}

/** A record as its registration is judged; one that is new counts as partial until it is. */
export function factsOf(row: Columns, { phone, email, emergencyContact }: Besides): RegistrationFacts {
  const answers = {
    sex: row.sex !== 'unknown' && row.sex,
    pronouns: row.pronouns,
    birthSex: row.birth_sex,
    genderIdentity: row.gender_identity,
    phone,
    email,
    address: isWholeAddress(addressOf(row.address)),
    contactPreference: row.contact_preference,
    // What is silent of it is older than the question, or from where it is always said.
    language: row.language_asked ?? true,
    accessibility: row.accessibility?.length,
    race: row.race?.length,
    ethnicity: row.ethnicity,
    employer: row.employer,
    emergencyContact,
  }
  const said = Object.entries(answers).flatMap(([field, answer]) => (answer ? [field as keyof typeof answers] : []))
  return {
    // The column's check lists the same words.
    registration: (row.registration ?? 'partial') as Registration,
    name: {
      given: row.given,
      family: row.family,
      ...(row.middle === null ? {} : { middle: row.middle }),
      ...(row.preferred === null ? {} : { preferred: row.preferred }),
    },
    birthDate: row.birth_date,
    birthDateEstimated: row.birth_date_estimated ?? false,
    said: new Set(said),
  }
}
