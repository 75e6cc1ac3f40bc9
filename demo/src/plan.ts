import type { AuthorityKind, AuthorityScope, ConfidentialService } from '@foyer/patients'
import type { AppointmentStatus, ResourceKind, RoleName, VisitTypeRule, WeeklyHours } from '@foyer/scheduling'
import type { DemoConsentText } from './practice/consent-texts.ts'
import type { DemoAddress, DemoPerson, DemoSite } from './people/index.ts'

/** Everything of the demo practice. Records name one another by key; instants are UTC, dates civil dates. */
export type DemoPlan = {
  readonly practice: { readonly slug: string; readonly name: string }
  readonly sites: readonly PlannedSite[]
  readonly staff: readonly PlannedStaff[]
  readonly resources: readonly PlannedResource[]
  readonly exceptions: readonly PlannedException[]
  readonly blocks: readonly PlannedBlock[]
  readonly visitTypes: readonly PlannedVisitType[]
  readonly payers: readonly PlannedPayer[]
  readonly directory: PlannedDirectory
  readonly consentTexts: readonly DemoConsentText[]
  readonly patients: readonly PlannedPatient[]
  readonly relatedPersons: readonly PlannedRelatedPerson[]
  readonly coverages: readonly PlannedCoverage[]
  readonly visits: readonly PlannedVisit[]
  readonly estimates: readonly PlannedEstimate[]
  readonly holidays: readonly PlannedHoliday[]
  readonly chainTypes: readonly PlannedChainType[]
  readonly groupSessions: readonly PlannedGroupSession[]
  readonly payments: readonly PlannedPayment[]
  readonly encounters: readonly PlannedEncounter[]
  readonly changes: readonly PlannedChange[]
  readonly proposals: readonly PlannedProposal[]
}

export type PlannedSite = {
  readonly key: DemoSite
  readonly name: string
  readonly timeZone: string
  readonly phone: string
  readonly address: DemoAddress
}

export type PlannedStaff = {
  readonly key: string
  readonly email: string
  readonly name: string
  readonly role: 'junior' | 'coordinator' | 'senior' | 'lead' | 'manager' | 'clinician'
  readonly language: 'en' | 'es'
  readonly site: DemoSite
}

export type PlannedResource = {
  readonly key: string
  readonly kind: ResourceKind
  readonly name: string
  readonly site: DemoSite
  readonly specialty: string | null
  /** BCP 47 codes. */
  readonly languages: readonly string[]
  /** Names visit types by their keys. */
  readonly hours: readonly WeeklyHours[]
  /** What roles ask for; none when absent. */
  readonly attributes?: readonly string[]
  /** Visits side by side; 1 when absent. */
  readonly lanes?: number
}

export type PlannedException = {
  readonly resource: string
  readonly date: string
  readonly startMinute: number
  readonly endMinute: number
  readonly kind: 'open' | 'closed'
  readonly reason: string
}

export type PlannedBlock = {
  readonly resource: string
  readonly start: string
  readonly end: string
  readonly reason: string
}

export type PlannedVisitType = {
  readonly key: string
  readonly name: string
  readonly nameEs: string
  readonly durationMinutes: number
  readonly bufferAfterMinutes: number
  readonly forNewPatients: boolean
  readonly telehealth: boolean
  /** What the desk collects when the plan says nothing. */
  readonly copayCents: number | null
  readonly tone: 'ok' | 'warn' | 'bad' | 'info' | 'quiet'
  readonly prep: string | null
  readonly prepEs: string | null
  readonly roles: readonly {
    readonly role: RoleName
    readonly kind: ResourceKind
    /** Empty: every resource of the kind that has what `requires` asks for. */
    readonly candidates: readonly string[]
    readonly requires?: readonly string[]
    readonly phase?: string
  }[]
  readonly rules?: PlannedRules
}

/** As a practice keeps them; visit types and payers are named by their keys. */
export type PlannedRules = Pick<
  VisitTypeRule,
  'bufferBeforeMinutes' | 'leadMinutes' | 'horizonDays' | 'gridMinutes' | 'caps' | 'patient' | 'seats'
> & {
  readonly phases?: readonly {
    readonly name: string
    readonly offsetMinutes: number
    readonly durationMinutes: number
  }[]
  readonly selfBooking?: 'instant' | 'approval'
  readonly selfBookingForNew?: boolean
  readonly confidential?: ConfidentialService
}

export type PlannedHoliday = { readonly date: string; readonly name: string; readonly site: DemoSite | null }

/** Different visits that belong together. `gap` counts from the leg before. */
export type PlannedChainType = {
  readonly key: string
  readonly name: string
  readonly nameEs: string
  readonly legs: readonly {
    readonly visitType: string
    readonly gap?:
      | { readonly minDays?: number; readonly maxDays?: number }
      | { readonly sameDay: true; readonly maxWaitMinutes?: number }
  }[]
}

/** One time and place for several patients. */
export type PlannedGroupSession = {
  readonly key: string
  readonly visitType: string
  readonly site: DemoSite
  readonly start: string
  readonly end: string
  readonly seats: number
  readonly assignments: PlannedVisit['assignments']
}

export type PlannedPayer = {
  readonly key: string
  readonly name: string
  readonly payerId: string
  readonly kind: 'commercial' | 'medicare' | 'medicaid'
  readonly phone: string
}

/** How payers are asked, what visits are to them, and prices. Payers, sites and visit types are named by their keys. */
export type PlannedDirectory = {
  readonly plans: readonly (PlannedPlan & { readonly payer: string })[]
  readonly connections: readonly {
    readonly key: string
    readonly name: string
    readonly kind: 'core-mime' | 'core-soap' | 'sftp' | 'rest'
    readonly address: string
    readonly settings: Readonly<Record<string, string>>
    readonly senderId: string
    readonly receiverId: string
  }[]
  readonly enrolments: readonly {
    readonly payer: string
    readonly connection: string
    readonly transaction: '270' | '276' | '278' | '837P' | '837I' | '835'
    readonly knownAs: string
    readonly state: 'wanted' | 'sent' | 'active'
    readonly since: string
  }[]
  readonly billingProviders: readonly {
    readonly key: string
    /** Null: for every site without one of its own. */
    readonly site: DemoSite | null
    readonly name: string
    readonly npi: string
    readonly taxId: string
  }[]
  readonly visits: readonly PlannedVisitBilling[]
  readonly feeSchedules: readonly {
    readonly key: string
    readonly name: string
    readonly kind: 'charge' | 'contract' | 'self-pay'
    readonly payer: string | null
    readonly periodStart: string
    readonly periodEnd: string | null
    readonly fees: readonly PlannedFee[]
  }[]
  readonly slidingSteps: readonly {
    /** Of the federal poverty level. */
    readonly upToPercent: number
    readonly paysPercent: number | null
    readonly paysCents: number | null
  }[]
}

export type PlannedPlan = {
  readonly name: string
  readonly type: 'hmo' | 'ppo' | 'epo' | 'pos' | 'hdhp' | 'indemnity' | 'medicaid' | 'medicare' | 'other'
  readonly isInNetwork: boolean | null
}

export type PlannedFee = { readonly code: string; readonly modifier: string; readonly amountCents: number }

export type PlannedProcedure = {
  readonly code: string
  readonly modifiers: readonly string[]
  readonly units: number
  /** Not always done. */
  readonly optional: boolean
  readonly words: { readonly en: string; readonly es: string }
}

export type PlannedVisitBilling = {
  readonly visitType: string
  readonly serviceTypes: readonly string[]
  readonly procedures: readonly PlannedProcedure[]
  readonly placeOfService: string
}

export type PlannedPatient = DemoPerson & {
  readonly mrn: string
  readonly consentSignedOn: string | null
  readonly contactConfirmedOn: string | null
  readonly createdAt: string
  /** Whose record only few may open, and why; everybody's may be when absent. */
  readonly restriction?: 'relative-of-staff'
}

/** As a field stands in the record. */
export type PlannedValue = string | DemoAddress | null

/** Something of a person that a colleague changed. */
export type PlannedChange = {
  readonly patient: string
  readonly field: 'address' | 'family' | 'restriction'
  readonly before: PlannedValue
  readonly after: PlannedValue
  readonly at: string
  /** Key of the colleague. */
  readonly by: string
}

/** What an outside feed says against the desk's word. */
export type PlannedProposal = {
  readonly patient: string
  readonly source: string
  readonly field: 'address' | 'family'
  readonly current: PlannedValue
  readonly proposed: PlannedValue
  readonly receivedAt: string
}

/** An estimate of what a visit costs that somebody asked for and that is still to be made. */
export type PlannedEstimate = {
  readonly visit: string
  readonly patient: string
  readonly visitType: string
  readonly site: DemoSite
  /** Civil dates at the site. */
  readonly serviceDate: string
  readonly causedOn: string
  readonly dueOn: string
  readonly language: string
}

export type PlannedRelatedPerson = {
  readonly patient: string
  readonly relative: string
  readonly relationship: string
  readonly kind: AuthorityKind
  /** Empty: all that the kind covers. */
  readonly scopes: readonly AuthorityScope[]
  /** Civil date. */
  readonly since: string
  readonly emergencyRank: number | null
}

export type PlannedCoverage = {
  readonly patient: string
  readonly payer: string
  readonly planName: string
  readonly memberId: string
  readonly groupNumber: string | null
  readonly relationship: 'self' | 'spouse' | 'child' | 'other'
  readonly subscriberName: string | null
  readonly periodStart: string
  /** Last day of cover. */
  readonly periodEnd: string | null
  readonly order: number
  readonly copayCents: number | null
  readonly checkedAt: string | null
  readonly checkedSource: 'card' | 'payer-site' | null
}

/** One entry of a visit's history. */
export type PlannedStep = {
  readonly from: AppointmentStatus | null
  readonly to: AppointmentStatus
  readonly at: string
  /** Key of a colleague. */
  readonly by: string
  readonly room: string | null
  readonly reason: string | null
}

export type PlannedVisit = {
  readonly key: string
  readonly patient: string
  readonly visitType: string
  readonly site: DemoSite
  readonly start: string
  readonly end: string
  readonly status: AppointmentStatus
  readonly room: string | null
  readonly note: string | null
  readonly cancelReason: string | null
  readonly identityConfirmed: boolean
  /** Whom it keeps and how long, buffer included. A cancelled visit keeps nobody. */
  readonly assignments: readonly {
    readonly role: RoleName
    readonly resource: string
    readonly start: string
    readonly end: string
    /** Which of the resource's lanes; 0 when absent. */
    readonly lane?: number
  }[]
  /** Came without an appointment. */
  readonly walkIn?: true
  /** A seat in a group session, which has the people and the room. */
  readonly seat?: { readonly session: string; readonly seat: number }
  /** Oldest first; the first is the booking. */
  readonly steps: readonly PlannedStep[]
}

export type PlannedPayment = {
  readonly visit: string
  readonly patient: string
  readonly amountCents: number
  readonly method: 'cash' | 'card'
  readonly tenderedCents: number | null
  readonly cardLast4: string | null
  readonly by: string
  readonly at: string
}

export type PlannedEncounter = {
  readonly patient: string
  readonly start: string
  readonly end: string
  readonly type: string
  readonly reason: string | null
  readonly place: string
  readonly practitioner: string
}
