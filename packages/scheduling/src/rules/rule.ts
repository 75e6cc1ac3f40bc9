import type { RoleName } from '../visit-type.ts'

/** A rule of a booking and what it looked at. Ids, numbers and civil dates only: it is stored, and shown long after. */
export type RuleFact =
  | { readonly rule: 'in-the-past' }
  | { readonly rule: 'too-far-ahead'; readonly horizonDays: number }
  | { readonly rule: 'role-missing'; readonly role: RoleName }
  | { readonly rule: 'not-a-candidate'; readonly role: RoleName; readonly resourceId: string }
  /** `attributes` are those the resource lacks. */
  | {
      readonly rule: 'attribute-missing'
      readonly role: RoleName
      readonly resourceId: string
      readonly attributes: readonly string[]
    }
  /** `language` (BCP 47) is the patient's; null where it is not known. */
  | {
      readonly rule: 'interpreter-language'
      readonly role: RoleName
      readonly resourceId: string
      readonly language: string | null
    }
  /** `lane` is the free one, where there is one. */
  | { readonly rule: 'opening-taken'; readonly resourceId: string; readonly lane?: number }
  /** Every ordinary lane is taken; `most` is how many more the session bears, `lane` the one that is left. */
  | {
      readonly rule: 'overbook'
      readonly resourceId: string
      readonly lanes: number
      readonly most: number
      readonly lane: number
    }
  /** The visit itself fits, its buffers do not. */
  | { readonly rule: 'buffer'; readonly resourceId: string; readonly lane: number }
  | { readonly rule: 'outside-hours'; readonly resourceId: string }
  /** `releaseMinutes` before its start the session takes every kind; null means it never does. */
  | {
      readonly rule: 'session-reserved'
      readonly resourceId: string
      readonly visitTypeIds: readonly string[]
      readonly releaseMinutes: number | null
    }
  | { readonly rule: 'walk-in-only'; readonly resourceId: string }
  /** `booked` is without the visit itself. */
  | { readonly rule: 'session-full'; readonly resourceId: string; readonly capacity: number; readonly booked: number }
  | {
      readonly rule: 'cap'
      readonly of: CapKind
      readonly date: string
      readonly most: number
      /** Without the visit itself; null where nobody counted. */
      readonly booked: number | null
    }
  | { readonly rule: 'too-soon'; readonly leadMinutes: number }
  | { readonly rule: 'off-grid'; readonly gridMinutes: number }
  | {
      readonly rule: 'age'
      readonly age: number | null
      readonly minAge: number | null
      readonly maxAge: number | null
    }
  | { readonly rule: 'sex'; readonly sexes: readonly string[] }
  | { readonly rule: 'payer'; readonly onlyPayerIds: readonly string[]; readonly notPayerIds: readonly string[] }
  /** `days` from the visit looked at (`date`) to this one; null where none is known. */
  | {
      readonly rule: 'gap'
      readonly days: number | null
      readonly date: string | null
      readonly minDays: number | null
      readonly maxDays: number | null
    }
  | { readonly rule: 'seats-taken'; readonly seats: number; readonly taken: number }
  | { readonly rule: 'not-self-bookable' }

/** A day's cap of the visit type, of the type with one clinician, or of new patients with one clinician. */
export type CapKind = 'day' | 'lead-and-day' | 'new-patients'

export type RuleCode = RuleFact['rule']

/** `unknown`: the fact it asks about is not known. Nobody is refused for that; it is remarked on. */
export type Verdict = 'met' | 'not-met' | 'unknown'

export type RuleEvaluation = RuleFact & {
  readonly verdict: Verdict
  /** Not met and no obstacle: the rule binds only those who book for themselves. */
  readonly isRemark?: boolean
  /** Why somebody who may let the booking through all the same. */
  readonly overriddenBecause?: string
}

/** A rule that says no, and whether the caller may override it with a reason. */
export type Objection = RuleEvaluation & { readonly mayOverride: boolean }

export type OverridePermission = 'appointment.override' | 'appointment.overbook'

/**
 * Who may override which rule; null means nobody. Never: what would make the booking untrue (a time gone by, a part nobody
 * plays, two in one place, a seat that is somebody else's) and what a part needs to be safe.
 */
export const overridable: Readonly<Record<RuleCode, OverridePermission | null>> = {
  'in-the-past': null,
  'too-far-ahead': 'appointment.override',
  'role-missing': null,
  'not-a-candidate': null,
  'attribute-missing': null,
  'interpreter-language': 'appointment.override',
  'opening-taken': null,
  overbook: 'appointment.overbook',
  buffer: 'appointment.override',
  'outside-hours': 'appointment.override',
  'session-reserved': 'appointment.override',
  'walk-in-only': 'appointment.override',
  'session-full': 'appointment.override',
  cap: 'appointment.override',
  'too-soon': 'appointment.override',
  'off-grid': 'appointment.override',
  age: 'appointment.override',
  sex: 'appointment.override',
  payer: 'appointment.override',
  gap: 'appointment.override',
  'seats-taken': null,
  'not-self-bookable': null,
}

// Its keys are the codes, each once.
export const ruleCodes = Object.keys(overridable) as readonly RuleCode[]

export function judge<T extends RuleFact>(fact: T, isMet: boolean | null): T & { readonly verdict: Verdict } {
  if (isMet === null) return { ...fact, verdict: 'unknown' }
  return { ...fact, verdict: isMet ? 'met' : 'not-met' }
}
