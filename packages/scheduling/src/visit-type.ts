import type { Interval } from './interval.ts'
import { minuteMs } from './local-day.ts'

export type RoleName = 'clinician' | 'room' | 'device' | 'interpreter'
export type ResourceKind = 'practitioner' | 'room' | 'device' | 'interpreter'

/** A part in a visit that one resource has to fill. A visit type names each role at most once. */
export type Role = {
  readonly name: RoleName
  readonly kind: ResourceKind
  /** Ids of the resources that may fill the role; earlier ones are preferred where nothing else decides. */
  readonly candidates: readonly string[]
  /** Minutes after the start of the visit at which the role begins; 0 when absent. */
  readonly offsetMinutes?: number
  /** How long the role is needed; until the end of the visit when absent. */
  readonly durationMinutes?: number
}

/** What may be booked, and what it needs. At least one role: a visit that needs nothing cannot be offered. */
export type VisitTypeRule = {
  readonly id: string
  readonly durationMinutes: number
  readonly roles: readonly Role[]
  /** Kept free after the visit (notes, cleaning) for every role that lasts until its end. */
  readonly bufferAfterMinutes?: number
  /** Nothing is offered that begins sooner than this after now. The desk may still book it. */
  readonly leadMinutes?: number
  /** Nothing is offered or booked later than this many civil days after today, in the zone of the site. */
  readonly horizonDays?: number
  /** Starts are offered at multiples of this, counted from local midnight; 10 when absent. */
  readonly gridMinutes?: number
}

/** One resource in one role. `start` to `end` is the time it is kept, buffer included. Epoch milliseconds. */
export type Assignment = Interval & { readonly role: RoleName; readonly resourceId: string }

/** The time a role keeps its resource when the visit begins at `start` (epoch milliseconds), buffer included. */
export function roleTime(visitType: VisitTypeRule, role: Role, start: number): Interval {
  const from = role.offsetMinutes ?? 0
  const until = from + (role.durationMinutes ?? visitType.durationMinutes - from)
  const buffer = until >= visitType.durationMinutes ? (visitType.bufferAfterMinutes ?? 0) : 0
  return { start: start + from * minuteMs, end: start + (until + buffer) * minuteMs }
}

/** The role by which openings are told apart and ranked: the clinician, else the first one named. */
export function leadRole(visitType: VisitTypeRule): Role | undefined {
  return visitType.roles.find((role) => role.name === 'clinician') ?? visitType.roles[0]
}
