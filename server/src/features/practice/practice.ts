import type { ConfidentialService, RegistrationRule } from '@foyer/patients'
import {
  type HoursException,
  type ResourceKind,
  type SetUpPhase,
  type SetUpRole,
  type VisitTypeRule,
  type WeeklyHours,
} from '@foyer/scheduling'

export interface Site {
  readonly id: string
  readonly name: string
  /** IANA name. */
  readonly timeZone: string
  readonly phone: string | null
  readonly address: Address | null
  readonly active: boolean
}

export interface Address {
  readonly line: string
  readonly city: string
  readonly state: string
  readonly postalCode: string
}

export interface PracticeResource {
  readonly id: string
  readonly kind: ResourceKind
  readonly name: string
  readonly siteId: string
  readonly specialty: string | null
  /** BCP 47 tags. */
  readonly languages: readonly string[]
  readonly active: boolean
  /** Minutes since midnight in the zone of the site, sorted by weekday and start. */
  readonly hours: readonly WeeklyHours[]
  readonly exceptions: readonly HoursException[]
  /** What roles ask for: `mri-trained`, `wheelchair`, `female`. Languages are there too, as `speaks-es`. */
  readonly attributes: readonly string[]
  /** Visits side by side in the ordinary way. */
  readonly lanes: number
  /** Most visits of new patients that begin with them on one day; null or absent: as many as fit. */
  readonly newPatientsPerDay?: number | null
}

/** All lanes that anything of a resource may be in: side by side in the ordinary way, and booked over. */
export function laneCount({ lanes, hours }: Pick<PracticeResource, 'lanes' | 'hours'>): number {
  const bySession = hours.map((session) => (session.lanes ?? lanes) + (session.overbook ?? 0))
  return Math.max(lanes, ...bySession)
}

/** A date on which a site, or where `siteId` is null the whole practice, is closed. */
export interface Holiday {
  readonly id: string
  readonly date: string
  readonly name: string
  readonly siteId: string | null
}

/** Time between the leg before and this one: in civil days of the site, or on one day with a longest wait. */
export type ChainGap =
  | { readonly sameDay: true; readonly maxWaitMinutes?: number }
  | { readonly minDays?: number; readonly maxDays?: number }

export interface ChainLeg {
  readonly visitTypeId: string
  /** Absent for the first, and where the next may be at any time after. */
  readonly gap?: ChainGap
}

/** Different visits that belong together, as the practice set them up. */
export interface ChainType {
  readonly id: string
  readonly name: string
  readonly nameEs: string
  readonly active: boolean
  readonly legs: readonly ChainLeg[]
}

/** Beside duration and roles: kept as one document, read and written whole. */
export interface VisitTypeRules
  extends Pick<
    VisitTypeRule,
    'bufferBeforeMinutes' | 'leadMinutes' | 'horizonDays' | 'gridMinutes' | 'caps' | 'patient' | 'seats'
  > {
  readonly phases?: readonly SetUpPhase[]
  /** Whether patients book it themselves: at once, with approval of the desk, or by phone only (when absent). */
  readonly selfBooking?: 'instant' | 'approval'
  /** Whether people the practice does not know yet may book it themselves. */
  readonly selfBookingForNew?: boolean
  /** A service that is told to nobody but the patient unless they permit it. */
  readonly confidential?: ConfidentialService
}

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'quiet'

export interface VisitType {
  readonly id: string
  readonly name: string
  readonly nameEs: string
  readonly durationMinutes: number
  readonly bufferAfterMinutes: number
  readonly forNewPatients: boolean
  readonly telehealth: boolean
  /** US cents; null where nothing is due at the desk. */
  readonly copayCents: number | null
  readonly tone: Tone
  readonly prep: string | null
  readonly prepEs: string | null
  readonly active: boolean
  readonly rules: VisitTypeRules
  /** As the practice set it up. */
  readonly roles: readonly SetUpRole[]
  /** What can be booked now: only candidates that are active and of the right kind. */
  readonly rule: VisitTypeRule
}

export interface Payer {
  readonly id: string
  readonly name: string
  /** The payer's number in claims; null where it is not known. */
  readonly payerId: string | null
}

/** What changes slowly about an organization. Iterates by name. */
export interface Practice {
  readonly sites: ReadonlyMap<string, Site>
  readonly resources: ReadonlyMap<string, PracticeResource>
  readonly visitTypes: ReadonlyMap<string, VisitType>
  readonly payers: ReadonlyMap<string, Payer>
  readonly holidays: readonly Holiday[]
  readonly chainTypes: ReadonlyMap<string, ChainType>
  readonly registrationRules: readonly RegistrationRule[]
}

const closedBySite = new WeakMap<Practice, Map<string, ReadonlySet<string>>>()

/** The holidays of a site as civil dates, those of the whole practice among them. Kept as long as the practice is. */
export function closedDates(practice: Practice, siteId: string): ReadonlySet<string> {
  const known = closedBySite.get(practice) ?? new Map<string, ReadonlySet<string>>()
  closedBySite.set(practice, known)
  const before = known.get(siteId)
  if (before) return before
  const holidays = practice.holidays.filter((one) => one.siteId === null || one.siteId === siteId)
  const dates = new Set(holidays.map(({ date }) => date))
  known.set(siteId, dates)
  return dates
}

export type Candidate = Pick<PracticeResource, 'id' | 'kind' | 'active' | 'attributes' | 'languages'>
