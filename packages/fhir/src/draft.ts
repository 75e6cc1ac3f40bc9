import type { AdministrativeGender, AppointmentStatus, EncounterStatus, FinancialStatus } from './codes.ts'
import type { Address, ContactPoint, HumanName, Identifier, Period } from './datatypes.ts'
import type { FaultCode } from './element.ts'
import type { PartialDate, When } from './when.ts'

/**
 * `key` is the identity of a draft inside its source, the same at every import: `Patient/12`, a `urn:uuid:` where the
 * resource has no id, `Encounter/7#loc` for a contained one, `Patient/12#contact-1`, or the key of `claimCoverageKey`.
 * Keys of other drafts have the same form; one that nothing in the document answers to may be known from an earlier
 * file, or be a conditional `Practitioner?identifier=system|value`, or an absolute address of another server.
 */
type Common = { readonly key: string; readonly source: string; readonly path: string }

export type OrganizationDraft = Common & {
  readonly kind: 'organization'
  readonly name: string
  readonly side?: 'payer' | 'provider'
  readonly identifiers: readonly Identifier[]
  readonly phone?: string
  readonly address?: Address
}

export type LocationDraft = Common & {
  readonly kind: 'location'
  readonly name: string
  readonly address?: Address
  readonly phone?: string
  /** IANA name. */
  readonly timeZone?: string
}

export type PractitionerDraft = Common & {
  readonly kind: 'practitioner'
  readonly name: HumanName
  readonly identifiers: readonly Identifier[]
  /** As given; its check digit is not looked at. */
  readonly npi?: string
  readonly telecom: readonly ContactPoint[]
  readonly active: boolean
}

export type PractitionerRoleDraft = Common & {
  readonly kind: 'practitioner-role'
  readonly practitionerKey: string
  readonly organizationKey?: string
  readonly specialty?: string
  readonly locationKeys: readonly string[]
  readonly active: boolean
}

export type PatientDraft = Common & {
  readonly kind: 'patient'
  readonly identifiers: readonly Identifier[]
  readonly name: HumanName
  readonly preferredName?: string
  readonly names: readonly HumanName[]
  readonly birthDate?: PartialDate
  readonly gender?: AdministrativeGender
  readonly active: boolean
  readonly deceased: boolean
  readonly deceasedAt?: When
  readonly telecom: readonly ContactPoint[]
  readonly addresses: readonly Address[]
  /** BCP 47 codes where the source used them. */
  readonly languages: readonly { readonly code: string; readonly preferred: boolean }[]
  /** Code where there is one, else its text. */
  readonly maritalStatus?: string
  /** Name of who cares for them first, where the reference says one. */
  readonly generalPractitioner?: string
}

export type RelatedPersonDraft = Common & {
  readonly kind: 'related-person'
  readonly patientKey: string
  readonly relationship?: string
  readonly name: HumanName
  readonly telecom: readonly ContactPoint[]
  readonly period?: Period
}

export type CoverageDraft = Common & {
  readonly kind: 'coverage'
  readonly patientKey: string
  readonly payorKey?: string
  readonly payorName?: string
  readonly planName?: string
  readonly memberId?: string
  readonly subscriberId?: string
  readonly groupNumber?: string
  /** Civil dates, both included; undefined is open. */
  readonly periodStart?: string
  readonly periodEnd?: string
  readonly relationship?: string
  readonly status: FinancialStatus
  /** 1 is primary. */
  readonly order?: number
  readonly type?: string
}

export type AppointmentDraft = Common & {
  readonly kind: 'appointment'
  readonly patientKey?: string
  readonly practitionerKeys: readonly string[]
  readonly locationKeys: readonly string[]
  /** Instants in UTC. */
  readonly start?: string
  readonly end?: string
  readonly status: AppointmentStatus
  readonly visitType?: string
  readonly description?: string
  readonly cancelReason?: string
}

export type EncounterDraft = Common & {
  readonly kind: 'encounter'
  readonly patientKey: string
  readonly practitionerKeys: readonly string[]
  readonly practitionerNames: readonly string[]
  readonly locationName?: string
  readonly organizationKey?: string
  readonly start?: When
  readonly end?: When
  readonly typeText?: string
  readonly reasonText?: string
  readonly status: EncounterStatus
  readonly class?: string
}

export type Draft =
  | OrganizationDraft
  | LocationDraft
  | PractitionerDraft
  | PractitionerRoleDraft
  | PatientDraft
  | RelatedPersonDraft
  | CoverageDraft
  | AppointmentDraft
  | EncounterDraft

export type RejectionCode =
  | FaultCode
  | 'not-a-resource'
  | 'identity-missing'
  | 'identity-broken'
  | 'identity-ambiguous'
  | 'patient-rejected'

/** A resource of a type we import that cannot be: `text` is English, names every field at fault, quotes no person. */
export type Rejection = {
  readonly path: string
  readonly resourceType: string
  readonly id: string | undefined
  readonly code: RejectionCode
  readonly text: string
}

export type SkipCode =
  | 'type-not-imported'
  | 'no-resource'
  | 'entered-in-error'
  | 'no-contained-coverage'
  | 'contact-without-name'
  | 'duplicate'
  | 'superseded'

export type Skip = {
  readonly path: string
  readonly resourceType: string
  readonly id: string | undefined
  readonly reason: SkipCode
}
