import type { duplicates } from '@foyer/contract'
import type { z } from 'zod'
import type { Patient } from '../store.ts'

export type FaceField = z.output<typeof duplicates.faceField>

/** The columns in which each field stands. */
export const columnsOf: Readonly<Record<FaceField, readonly (keyof Patient)[]>> = {
  given: ['given'],
  middle: ['middle'],
  family: ['family'],
  preferred: ['preferred'],
  prefix: ['prefix'],
  suffix: ['suffix'],
  birthDate: ['birth_date', 'birth_date_estimated'],
  sex: ['sex'],
  birthSex: ['birth_sex'],
  genderIdentity: ['gender_identity'],
  pronouns: ['pronouns'],
  language: ['language', 'language_asked'],
  furtherLanguages: ['further_languages'],
  interpreterNeeded: ['interpreter_needed'],
  contactPreference: ['contact_preference'],
  confidentialContact: ['confidential_contact'],
  address: ['address', 'address_since'],
  alerts: ['alerts'],
  accessibility: ['accessibility'],
  race: ['race'],
  ethnicity: ['ethnicity'],
  generalPractitioner: ['general_practitioner'],
  employer: ['employer'],
  occupation: ['occupation'],
  deceased: ['deceased', 'deceased_on'],
}

export const faceFields = Object.keys(columnsOf) as readonly FaceField[]

export const listFields: ReadonlySet<FaceField> = new Set(['furtherLanguages', 'alerts', 'accessibility', 'race'])

/** What tells of the record and not of the person: never taken over. */
export const ownColumns: ReadonlySet<keyof Patient> = new Set([
  'id',
  'mrn',
  'version',
  'created_at',
  'merged_into',
  'search_name',
  // It says that the phone of this record was right that day.
  'contact_confirmed_on',
])
