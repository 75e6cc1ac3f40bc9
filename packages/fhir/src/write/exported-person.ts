/** A FHIR Coding. */
export interface ExportedCoding {
  readonly system: string
  readonly code: string
  readonly display: string
}

/** A value in words, with its coding where it has one. */
export interface ExportedConcept {
  readonly coding: ExportedCoding | null
  readonly text: string
}

/** Civil dates, both included; null: open. */
export interface ExportedPeriod {
  readonly from: string | null
  readonly to: string | null
}

export interface ExportedName {
  readonly use: 'official' | 'usual' | 'nickname' | 'old' | 'maiden' | 'anonymous'
  readonly given: readonly string[]
  readonly family: string
  readonly prefix: string | null
  readonly suffix: string | null
  readonly period: ExportedPeriod
}

export interface ExportedAddress {
  readonly use: 'home' | 'temp' | 'work' | 'billing' | 'old'
  readonly line: string
  readonly city: string
  readonly state: string
  readonly postalCode: string
  readonly period: ExportedPeriod
}

export interface ExportedContact {
  readonly system: 'phone' | 'email'
  readonly value: string
  readonly use: 'home' | 'work' | 'mobile'
  /** Last day on which it was theirs; null: it is. */
  readonly until: string | null
}

export interface ExportedRelative {
  readonly id: string
  readonly name: string
  readonly given: string | null
  readonly family: string | null
  readonly relationship: ExportedConcept
  readonly phone: string | null
  readonly email: string | null
  /** Called in an emergency, 1 first. */
  readonly emergencyRank: number | null
  readonly period: ExportedPeriod
}

/** What the patient asked not to be told to their health plan. */
export interface ExportedPlanRestriction {
  readonly id: string
  /** The one visit that is kept from the plan, among `visits`; null: every visit. */
  readonly visitId: string | null
  /** Instants, RFC 3339. */
  readonly notedAt: string
  readonly endedAt: string | null
}

/** What somebody may do or be told in the patient's place or beside them. */
export interface ExportedAuthority {
  readonly id: string
  /** Whose it is, among `related`. */
  readonly relatedId: string
  readonly kind: ExportedConcept
  readonly isForHealthCareDecisions: boolean
  readonly scopes: readonly { readonly code: string; readonly text: string }[]
  readonly period: ExportedPeriod
  /** `proposed`: agreed upon, and not in force yet. */
  readonly status: 'active' | 'proposed' | 'inactive'
  /** Where the law says so. */
  readonly rule: string
  /** The document behind it, among `documents`. */
  readonly documentId: string | null
}

export interface ExportedConsent {
  readonly id: string
  readonly kind: 'treatment' | 'privacy-notice' | 'financial' | 'telehealth' | 'text-messages' | 'release'
  readonly title: string
  readonly decision: 'permit' | 'deny'
  readonly signedAt: string
  readonly signedBy: string
  readonly expiresOn: string | null
  readonly revokedAt: string | null
}

/** What one record says of the person themselves. Civil dates in the site's zone. */
export interface ExportedRecord {
  readonly id: string
  readonly mrn: string
  readonly identifiers: readonly { readonly system: string; readonly value: string }[]
  readonly names: readonly ExportedName[]
  /** ISO 8601, as far as it is known; null: not known. */
  readonly birthDate: string | null
  /** The birth date is a guess. */
  readonly isBirthDateEstimated: boolean
  /** Null: nobody asked. */
  readonly multipleBirth: boolean | null
  readonly sex: 'female' | 'male' | 'other' | 'unknown'
  readonly deceased: boolean
  /** Civil date; null: alive, or the day is not known. */
  readonly deceasedOn: string | null
  readonly birthSex: ExportedConcept | null
  readonly genderIdentity: ExportedConcept | null
  readonly race: readonly ExportedConcept[]
  readonly ethnicity: ExportedConcept | null
  /** BCP 47, best first. */
  readonly languages: readonly string[]
  readonly interpreterNeeded: boolean
  /** Name of who cares for them first; null: not known. */
  readonly generalPractitioner: string | null
  readonly addresses: readonly ExportedAddress[]
  readonly contacts: readonly ExportedContact[]
}

/** All that is said of one person and that FHIR has a place for. Instants in UTC, civil dates in the site's zone. */
export interface ExportedPerson extends ExportedRecord {
  /** Records of the person that were merged into this one, as they stood. */
  readonly replaces: readonly ExportedRecord[]
  readonly related: readonly ExportedRelative[]
  readonly authorities: readonly ExportedAuthority[]
  readonly coverages: readonly {
    readonly id: string
    readonly payer: string
    readonly plan: string | null
    readonly memberId: string | null
    readonly groupNumber: string | null
    readonly relationship: 'self' | 'spouse' | 'child' | 'other'
    readonly order: number
    readonly period: ExportedPeriod
    readonly isInForce: boolean
  }[]
  readonly visits: readonly {
    readonly id: string
    readonly start: string
    readonly end: string
    readonly status: 'booked' | 'arrived' | 'roomed' | 'with-clinician' | 'checked-out' | 'cancelled' | 'no-show'
    readonly type: string
    readonly site: string
    readonly clinician: string | null
  }[]
  readonly encounters: readonly {
    readonly id: string
    readonly start: string
    readonly end: string | null
    readonly type: string
    readonly reason: string | null
    readonly place: string | null
    readonly practitioner: string | null
  }[]
  readonly consents: readonly ExportedConsent[]
  readonly planRestrictions: readonly ExportedPlanRestriction[]
  readonly documents: readonly {
    readonly id: string
    readonly title: string
    readonly contentType: string
    readonly createdAt: string
    /** The file itself in base64; null where it is given apart. */
    readonly data: string | null
  }[]
}
