import type { Interval } from './interval.ts'
import type { Assignment, RoleName, VisitTypeRule } from './visit-type.ts'

/** By the wall clock at the start: morning before 12:00, afternoon before 17:00, evening from 17:00. */
export type DayPart = 'morning' | 'afternoon' | 'evening'

export function dayPartOf(minute: number): DayPart {
  if (minute < 720) return 'morning'
  return minute < 1020 ? 'afternoon' : 'evening'
}

/** What somebody wishes for. An empty list means the same as none: anything will do. */
export type OpeningRequest = {
  readonly visitType: VisitTypeRule
  /** IANA name of the site's zone; dates, weekdays and day parts are meant in it. */
  readonly zone: string
  /** First and last date (`YYYY-MM-DD`) on which the visit may begin. */
  readonly from: string
  readonly to: string
  readonly dayParts?: readonly DayPart[]
  /** ISO 8601: Monday is 1, Sunday is 7. */
  readonly weekdays?: readonly number[]
  /** Narrows a role to some of its candidates. */
  readonly candidates?: Partial<Record<RoleName, readonly string[]>>
  /** Resource id of the clinician the patient usually sees. */
  readonly usualPractitionerId?: string
  /** Visits the patient already has. */
  readonly patientBusy?: readonly Interval[]
  /** How many openings to answer; `Infinity` for all. */
  readonly limit: number
}

/** Why an opening stands where it stands, as data; the screen has the words. */
export type Reason =
  | { readonly code: 'soonest' }
  | { readonly code: 'usual-clinician'; readonly resourceId: string }
  | { readonly code: 'other-clinician'; readonly resourceId: string }
  | { readonly code: 'fills-gap'; readonly minutes: number }
  | { readonly code: 'day-edge' }
  | { readonly code: 'preferred-day-part'; readonly part: DayPart }
  | { readonly code: 'lighter-day'; readonly resourceId: string; readonly bookedPercent: number }

/** A start at which every role can be filled, and by whom. `end` is the end of the visit, without its buffer. */
export type Opening = Interval & {
  readonly assignments: readonly Assignment[]
  /** Points; more is better. Only to be compared within one answer. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** The best opening there would be if one thing about the wish changed. */
export type NearMiss = { readonly code: 'other-day-part' | 'any-clinician' | 'later'; readonly opening: Opening }

export type OpeningsAnswer = {
  readonly openings: readonly Opening[]
  /** How many pairs of a start and a clinician were possible, of which `openings` are the chosen. */
  readonly considered: number
  readonly near: readonly NearMiss[]
}
