export { canonical } from './canonical.ts'
export * as codes from './codes.ts'
export type { Address, ContactPoint, HumanName, Identifier, Period } from './datatypes.ts'
export type {
  AppointmentDraft,
  CoverageDraft,
  Draft,
  EncounterDraft,
  LocationDraft,
  OrganizationDraft,
  PatientDraft,
  PractitionerDraft,
  PractitionerRoleDraft,
  Rejection,
  RejectionCode,
  RelatedPersonDraft,
  Skip,
  SkipCode,
} from './draft.ts'
export { readDocument } from './read-document.ts'
export type { FhirResource, ReadFault } from './resource.ts'
export { type Drafts, toDrafts } from './to-drafts.ts'
export type { PartialDate, When } from './when.ts'
export type {
  ExportedAddress,
  ExportedAuthority,
  ExportedConcept,
  ExportedConsent,
  ExportedContact,
  ExportedName,
  ExportedPeriod,
  ExportedPerson,
  ExportedRecord,
} from './write/exported-person.ts'
export { personBundle } from './write/person-bundle.ts'
