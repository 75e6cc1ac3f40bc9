import type { Interval } from './interval.ts'
import type { PatientFacts } from './rules/wish.ts'
import type { Assignment, RoleName, VisitTypeRule } from './visit-type.ts'

/** By the wall clock at the start: morning before 12:00, afternoon before 17:00, evening from 17:00. */
export type DayPart = 'morning' | 'afternoon' | 'evening'

export function dayPartOf(minute: number): DayPart {
  if (minute < 720) return 'morning'
  return minute < 1020 ? 'afternoon' : 'evening'
}

/** Visits that begin on a civil date of the site, and holds of others, as far as caps ask. What is left out is not counted. */
export type DayCounters = {
  /** Of the visit type, at the site. */
  readonly ofType?: (date: string) => number
  /** Of the visit type, with the lead. */
  readonly ofTypeWithLead?: (date: string, leadId: string) => number
  /** Of types for new patients, with the lead. */
  readonly ofNewWithLead?: (date: string, leadId: string) => number
  /** Most visits of new patients that may begin with the lead on one date; undefined means any number. */
  readonly newPatientsPerDay?: (leadId: string) => number | undefined
}

/** Time of a lane that counts as free for one question: the caller's own hold, or the visit that is to be moved. */
export type Ignored = Interval & {
  readonly resourceId: string
  readonly lane: number
  /** Set where it is a visit or a hold: it no longer counts towards what its session bears. */
  readonly visitTypeId?: string
}

/** A block or a break that could be given up. It closes every lane of the resource. */
export type Block = Interval & { readonly resourceId: string }

/** A group visit that has been made and has seats left. */
export type GroupSession = Interval & {
  readonly id: string
  readonly assignments: readonly Assignment[]
  readonly seatsLeft: number
}

/**
 * Time that does not suit the patient, by the clock of the site: on these dates (both included), on these weekdays, between
 * these minutes. What is left out is not asked about: without times it is the whole day, without dates every such day.
 */
export type RuledOut = {
  readonly from?: string
  readonly to?: string
  /** ISO 8601: Monday is 1, Sunday is 7. An empty list means the same as none. */
  readonly weekdays?: readonly number[]
  /** `untilMinute` is not included. */
  readonly times?: { readonly fromMinute: number; readonly untilMinute: number }
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
  /** The visit begins between these minutes of the wall clock; `untilMinute` is not included. */
  readonly times?: { readonly fromMinute: number; readonly untilMinute: number }
  /** ISO 8601: Monday is 1, Sunday is 7. */
  readonly weekdays?: readonly number[]
  /** No minute of the visit lies in any of these. */
  readonly not?: readonly RuledOut[]
  /** Narrows a role to some of its candidates: those somebody named. */
  readonly candidates?: Partial<Record<RoleName, readonly string[]>>
  /** Narrows a role as well to those who have what was wished for; a role with an empty list has nobody. */
  readonly having?: Partial<Record<RoleName, readonly string[]>>
  /** Resource id of the clinician the patient usually sees. */
  readonly usualPractitionerId?: string
  /** What is known of the patient, for what the visit type asks; what is left out refuses no date. */
  readonly patient?: PatientFacts
  /** Visits the patient already has. */
  readonly patientBusy?: readonly Interval[]
  /** Also look in lanes that may only be overbooked. */
  readonly overbook?: boolean
  /** For somebody who came without an appointment: only walk-in sessions of the lead, on the site's today, soonest first. */
  readonly walkIn?: boolean
  readonly groups?: readonly GroupSession[]
  readonly counters?: DayCounters
  readonly ignore?: readonly Ignored[]
  /**
   * Last date on which a later opening may be named: as far as the patient's visits, what counts and the groups are known.
   * The last of the index when absent.
   */
  readonly laterTo?: string
  /** Blocks on these dates, which a near miss may name. */
  readonly blocks?: readonly Block[]
  /** Breaks of the week on these dates, which a near miss may name; asked for when there are few. */
  readonly breaks?: () => readonly Block[]
  /** The first nine differ in day, clinician and time; not for whoever walked in. */
  readonly variety?: boolean
  /**
   * For a list of times to choose from: of openings that begin at once only the best, soonest first, and no near misses.
   * `limit` counts starts. Not for whoever walked in.
   */
  readonly eachStart?: boolean
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
  | { readonly code: 'joins-group'; readonly groupId: string; readonly seatsLeft: number }

/** A start at which every role can be filled, and by whom. `end` is the end of the visit, without its buffer. */
export type Opening = Interval & {
  readonly assignments: readonly Assignment[]
  /** Points; more is better. Only to be compared within one answer. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** The best opening there would be if one thing changed. */
export type NearMiss =
  | {
      readonly code:
        | 'other-day-part'
        | 'other-time'
        | 'other-weekday'
        /** At a time that was ruled out. */
        | 'ruled-out'
        | 'any-clinician'
        | 'other-attributes'
        | 'later'
        | 'overbook'
        /** Less notice than `leadMinutes`; who books for themselves has to keep to it. */
        | 'too-soon'
        /** Beyond `horizonDays`. */
        | 'too-far'
        /** Over a cap of the day, of a lead or of new patients. */
        | 'over-cap'
        /** Against what the visit type asks of the patient: age, sex, payer, time since the last visit. */
        | 'not-for-patient'
      readonly opening: Opening
    }
  /** A block, a break, or a session reserved for other kinds, of a named resource. */
  | {
      readonly code: 'give-up'
      readonly opening: Opening
      readonly resourceId: string
      readonly what: 'block' | 'break' | 'session'
      readonly start: number
      readonly end: number
    }

export type OpeningsAnswer = {
  readonly openings: readonly Opening[]
  /**
   * How many pairs of a start and a lead were possible on the days that were looked at, of which `openings` are the chosen.
   * Days on which nothing can be better any more are not looked at, so there may be more.
   */
  readonly considered: number
  readonly near: readonly NearMiss[]
}
