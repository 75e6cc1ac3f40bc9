import type { Interval } from './interval.ts'
import { minuteMs } from './local-day.ts'

export type ResourceKind = 'practitioner' | 'room' | 'device' | 'interpreter'

/**
 * The name of a part in a visit, unique within its visit type: `clinician`, `nurse`, `technologist`, `room`, `prep-room`,
 * `device`, `interpreter`. Lower case, digits and hyphens. The role `clinician` leads where there is one.
 */
export type RoleName = string

/** A part in a visit that one resource has to fill. A visit type names each role at most once. */
export type Role = {
  readonly name: RoleName
  readonly kind: ResourceKind
  /** Ids of the resources that may fill the role; earlier ones are preferred where nothing else decides. */
  readonly candidates: readonly string[]
  /** Attributes that every candidate has, such as `mri-trained`, `wheelchair`, `speaks-es`, `female`. */
  readonly requires?: readonly string[]
  /** Name of the phase the role belongs to; absent where the visit has only one. */
  readonly phase?: string
  /** Minutes after the start of the visit at which the role begins; 0 when absent. */
  readonly offsetMinutes?: number
  /** How long the role is needed; until the end of the visit when absent. */
  readonly durationMinutes?: number
}

/** Most visits of the type that may begin on one civil day of the site. */
export type Caps = {
  readonly perDay?: number
  readonly perLeadAndDay?: number
}

/** How far a visit has to be from the patient's earlier ones of some types, in civil days of the site. */
export type GapRule = {
  /** Empty means the same type. */
  readonly afterVisitTypeIds: readonly string[]
  readonly minDays?: number
  readonly maxDays?: number
}

/** Whom the visit is for. Somebody about whom the fact is not known is never refused, only remarked on. */
export type PatientRule = {
  /** Whole years at the date of the visit, both included. */
  readonly minAge?: number
  readonly maxAge?: number
  /** FHIR AdministrativeGender codes. Absent means any. */
  readonly sexes?: readonly string[]
  readonly onlyPayerIds?: readonly string[]
  readonly notPayerIds?: readonly string[]
  readonly gap?: GapRule
}

/** What may be booked, and what it needs. At least one role: a visit that needs nothing cannot be offered. */
export type VisitTypeRule = {
  readonly id: string
  readonly durationMinutes: number
  readonly roles: readonly Role[]
  /** Kept free before the visit for every role that begins with it. */
  readonly bufferBeforeMinutes?: number
  /** Kept free after the visit (notes, cleaning) for every role that lasts until its end. */
  readonly bufferAfterMinutes?: number
  /** Nothing is offered that begins sooner than this after now. The desk may still book it. */
  readonly leadMinutes?: number
  /** Nothing is offered or booked later than this many civil days after today, in the zone of the site. */
  readonly horizonDays?: number
  /** Starts are offered at multiples of this, counted from local midnight; 10 when absent. A session may say otherwise. */
  readonly gridMinutes?: number
  /** For people the practice has not seen yet; counts against the new-patient caps of a clinician. */
  readonly forNewPatients?: boolean
  readonly caps?: Caps
  readonly patient?: PatientRule
  /** Seats of a group visit; 1 when absent. */
  readonly seats?: number
}

/** One resource in one role. `start` to `end` is the time it is kept, buffers included. Epoch milliseconds. */
export type Assignment = Interval & {
  readonly role: RoleName
  readonly resourceId: string
  /** Which of the resource's lanes; 0 when absent. */
  readonly lane?: number
}

/** The time a role keeps its resource when the visit begins at `start` (epoch milliseconds), buffers included. */
export function roleTime(visitType: VisitTypeRule, role: Role, start: number): Interval {
  const from = role.offsetMinutes ?? 0
  const until = from + (role.durationMinutes ?? visitType.durationMinutes - from)
  const before = from <= 0 ? (visitType.bufferBeforeMinutes ?? 0) : 0
  const after = until >= visitType.durationMinutes ? (visitType.bufferAfterMinutes ?? 0) : 0
  return { start: start + (from - before) * minuteMs, end: start + (until + after) * minuteMs }
}

/** The role by which openings are told apart and ranked: the clinician, else the first one named. */
export function leadRole(visitType: VisitTypeRule): Role | undefined {
  return visitType.roles.find((role) => role.name === 'clinician') ?? visitType.roles[0]
}
