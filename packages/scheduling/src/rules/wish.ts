import type { Interval } from '../interval.ts'
import type { LocalDay } from '../local-day.ts'
import type { SessionTime } from '../session-times.ts'
import type { Assignment, RoleName, VisitTypeRule } from '../visit-type.ts'
import type { OverridePermission, RuleCode } from './rule.ts'

/** Time of a resource that is spoken for: a booking with its buffers, a hold, a block. */
export type Taken = Interval & {
  /** 0 when absent. A block closes every lane and is there once for each. */
  readonly lane?: number
  /** Of the visit or the hold; absent for a block, which counts towards no capacity. */
  readonly visitId?: string
}

export type BookingResource = {
  readonly id: string
  /** When it works and what for, at least on the days of the visit: `sessionTimes`, or plain intervals. */
  readonly open: readonly SessionTime[]
  /** All that is taken in the sessions the visit touches, without the visit itself when it is moved. */
  readonly busy: readonly Taken[]
  /** Visits side by side where the session does not say; 1 when absent. */
  readonly lanes?: number
  /** Absent where the candidates of a role are known to have what it requires. */
  readonly attributes?: ReadonlySet<string>
  /** Most visits of new patients that may begin with this clinician on one day. */
  readonly newPatientsPerDay?: number
}

/** A payer that covers the patient from a civil date to another, both included; null where that is open. */
export type CoveredTime = { readonly payerId: string; readonly from: string | null; readonly to: string | null }

/** What is known about the patient; null where a fact is not known. */
export type PatientFacts = {
  readonly birthDate: string | null
  /** FHIR AdministrativeGender. */
  readonly sex: string | null
  readonly coverages: readonly CoveredTime[] | null
  /** Civil dates of visits that took place or are booked, without the visit itself when it is moved. */
  readonly visits: readonly { readonly visitTypeId: string; readonly date: string }[] | null
  /** Nobody has seen the patient here before. */
  readonly isNew: boolean | null
  /** BCP 47, of what an interpreter interprets. Not known when absent. */
  readonly language?: string | null
}

/** Visits that begin on the civil day of the visit and holds of others, without the visit itself; null where nobody counted. */
export type DayCounts = {
  /** Of the visit type, at the site. */
  readonly ofType: number | null
  /** Of the visit type, with the lead. */
  readonly ofTypeWithLead: number | null
  /** Of types for new patients, with the lead. */
  readonly ofNewWithLead: number | null
}

/** Whether people may book the type for themselves, and people the practice does not know yet. */
export type SelfBooking = { readonly mode: 'instant' | 'approval' | null; readonly forNew: boolean }

type Asked = {
  readonly visitType: VisitTypeRule
  /** Epoch milliseconds. */
  readonly start: number
  /** IANA name of the site's zone; the horizon, days and ages are counted in its dates. */
  readonly zone: string
  /** The civil day at the site on which the visit begins, where it is known already. */
  readonly day?: LocalDay
  /** Epoch milliseconds. */
  readonly now: number
  /** Set where the patient books, who can override nothing and is bound by lead time and grid; absent at the desk. */
  readonly selfBooking?: SelfBooking
  /** Somebody who came without an appointment. */
  readonly walkIn?: boolean
  readonly patient?: PatientFacts
  /** Rules that somebody who may wants to see overridden, and why. */
  readonly overrides?: { readonly rules: readonly RuleCode[]; readonly reason: string } | null
  /** What the caller may; nothing when absent. */
  readonly may?: (permission: OverridePermission) => boolean
}

export type BookingWish = Asked & {
  readonly assignments: readonly { readonly role: RoleName; readonly resourceId: string }[]
  /** At least the assigned ones. */
  readonly resources: ReadonlyMap<string, BookingResource>
  readonly counts?: DayCounts
}

/** A seat in a group session, whose people and places are taken by the session as such. */
export type SeatWish = Asked & {
  readonly seats: number
  /** Numbers of the seats that are taken, from 1. */
  readonly seatsTaken: readonly number[]
}

/** A wish with what every rule asks for worked out once. */
export type Facts<W extends Asked = BookingWish> = {
  readonly wish: W
  /** On which the visit begins, at the site. */
  readonly day: LocalDay
}

/** An assignment of the wish whose role and resource exist, with the sessions it touches. */
export type Seated = {
  readonly assignment: Assignment
  readonly resource: BookingResource
  readonly sessions: readonly SessionTime[]
}

export type AnyFacts = Facts<Asked>
