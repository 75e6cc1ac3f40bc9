import type { patients, Reply } from '@foyer/contract'

export type PatientRecord = Reply<typeof patients.readPatient>
export type Patient = PatientRecord['patient']
export type Coverage = PatientRecord['coverages'][number]
export type VisitLine = PatientRecord['upcoming'][number]
export type OpenItem = PatientRecord['open'][number]
export type PatientHit = Reply<typeof patients.searchPatients>['patients'][number]
/** Somebody chosen out of what a search found. */
export type PickedPerson = Pick<PatientHit, 'id' | 'mrn' | 'name' | 'birthDate' | 'language' | 'interpreterNeeded'>
/** A person as lists show them: never without birth date and MRN. */
export type PersonLine = Pick<PatientHit, 'id' | 'mrn' | 'name' | 'birthDate'>
