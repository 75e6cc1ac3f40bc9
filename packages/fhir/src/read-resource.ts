import type { Draft, SkipCode } from './draft.ts'
import type { Element, Fault } from './element.ts'
import type { Place } from './place.ts'
import { readAppointment } from './read-appointment.ts'
import { type ClaimCoverage, readClaimCoverages } from './read-claim.ts'
import { readCoverage } from './read-coverage.ts'
import { readEncounter } from './read-encounter.ts'
import { readLocation, readOrganization } from './read-organization.ts'
import { readPatient } from './read-patient.ts'
import { readPractitioner, readPractitionerRole } from './read-practitioner.ts'
import { readContacts, readRelatedPerson } from './read-related-person.ts'
import { isObject, member } from './resource.ts'

/** What one resource gave: drafts and claim coverages, or the faults that stand against them, or why it is ignored. */
export type Read = {
  readonly drafts: readonly Draft[]
  readonly claims: readonly ClaimCoverage[]
  /** Paths of patient contacts without a name. */
  readonly nameless: readonly string[]
  readonly faults: readonly Fault[]
  readonly ignored?: SkipCode
}

type Reading = Partial<Pick<Read, 'drafts' | 'claims' | 'nameless' | 'ignored'>>

const readers = new Map<string, (element: Element, place: Place) => Reading>([
  ['Organization', (element, place) => ({ drafts: readOrganization(element, place) })],
  ['Location', (element, place) => ({ drafts: readLocation(element, place) })],
  ['Practitioner', (element, place) => ({ drafts: readPractitioner(element, place) })],
  ['PractitionerRole', (element, place) => ({ drafts: readPractitionerRole(element, place) })],
  ['Patient', patientWithContacts],
  ['RelatedPerson', (element, place) => ({ drafts: readRelatedPerson(element, place) })],
  ['Coverage', (element, place) => ({ drafts: readCoverage(element, place) })],
  ['ExplanationOfBenefit', claim],
  ['Appointment', (element, place) => ({ drafts: readAppointment(element, place) })],
  ['Encounter', (element, place) => ({ drafts: readEncounter(element, place) })],
])

export function isImported(resourceType: string): boolean {
  return readers.has(resourceType)
}

export function readResource(place: Place): Read {
  const faults: Fault[] = []
  const nothing: Read = { drafts: [], claims: [], nameless: [], faults }
  const json = place.resource.resource
  const reader = readers.get(place.resource.resourceType)
  if (reader === undefined || !isObject(json)) return { ...nothing, ignored: 'type-not-imported' }
  if (member(json, 'status') === 'entered-in-error') return { ...nothing, ignored: 'entered-in-error' }
  return { ...nothing, ...reader({ json, at: '', faults }, place) }
}

function patientWithContacts(element: Element, place: Place): Reading {
  const { named, nameless } = readContacts(element, place)
  return { drafts: [readPatient(element, place), ...named], nameless }
}

function claim(element: Element, place: Place): Reading {
  const claims = readClaimCoverages(element, place)
  return claims.length === 0 ? { ignored: 'no-contained-coverage' } : { claims }
}
