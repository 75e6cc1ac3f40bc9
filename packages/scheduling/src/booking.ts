import { ok, refuse, type Result } from '@foyer/kernel'
import type { Resource } from './availability.ts'
import { contains, type Interval, merge, overlaps } from './interval.ts'
import { minuteMs } from './local-day.ts'
import { horizonEnd } from './opening-search.ts'
import { type Assignment, type RoleName, roleTime, type VisitTypeRule } from './visit-type.ts'

export type BookingWish = {
  readonly visitType: VisitTypeRule
  /** Epoch milliseconds. */
  readonly start: number
  readonly assignments: readonly { readonly role: RoleName; readonly resourceId: string }[]
  /** At least the assigned ones, with their hours and what is taken around `start`. */
  readonly resources: ReadonlyMap<string, Resource>
  /** IANA name of the site's zone; the horizon is counted in its dates. */
  readonly zone: string
  /** Epoch milliseconds. */
  readonly now: number
  /** Books outside hours, for somebody who may. Never over another booking. */
  readonly allowOutsideHours?: boolean
}

/** `end` is the end of the visit; each assignment says how long its resource is kept, buffer included. */
export type BookingPlan = Interval & { readonly assignments: readonly Assignment[] }

export type BookRefusal =
  | { readonly reason: 'in-the-past' }
  | { readonly reason: 'too-far-ahead'; readonly horizonDays: number }
  | { readonly reason: 'role-missing'; readonly role: RoleName }
  | { readonly reason: 'not-a-candidate'; readonly role: RoleName; readonly resourceId: string }
  | { readonly reason: 'opening-taken'; readonly resourceId: string }
  | { readonly reason: 'outside-hours'; readonly resourceId: string }

/**
 * May this visit be booked? The first rule that says no is the answer, in this order: it does not begin in the past; not
 * after the horizon; every role is filled, once; by one of its candidates, and by no role the visit does not have; nobody
 * is taken, nor needed in two roles at once; everybody works. The grid and the lead time bind what is offered, not what
 * the desk books by hand. The database decides between two who book at the same moment.
 */
export function planBooking(wish: BookingWish): Result<BookingPlan, BookRefusal> {
  const { visitType, start, resources, zone, now } = wish
  const { horizonDays } = visitType
  if (start < now) return refuse({ reason: 'in-the-past' })
  if (horizonDays !== undefined && start >= horizonEnd(horizonDays, zone, now)) {
    return refuse({ reason: 'too-far-ahead', horizonDays })
  }

  const assignments: Assignment[] = []
  for (const role of visitType.roles) {
    const chosen = wish.assignments.find((each) => each.role === role.name)
    if (!chosen) return refuse({ reason: 'role-missing', role: role.name })
    assignments.push({ role: role.name, resourceId: chosen.resourceId, ...roleTime(visitType, role, start) })
  }
  const stranger = wish.assignments.find(({ role, resourceId }, index) => {
    const rule = visitType.roles.find((each) => each.name === role)
    const isSecond = wish.assignments.findIndex((each) => each.role === role) !== index
    return isSecond || !rule?.candidates.includes(resourceId) || !resources.has(resourceId)
  })
  if (stranger) return refuse({ reason: 'not-a-candidate', role: stranger.role, resourceId: stranger.resourceId })

  const taken = assignments.find((assignment, index) => {
    const isElsewhere = assignments
      .slice(0, index)
      .some((other) => other.resourceId === assignment.resourceId && overlaps(other, assignment))
    return isElsewhere || resources.get(assignment.resourceId)?.busy.some((busy) => overlaps(busy, assignment))
  })
  if (taken) return refuse({ reason: 'opening-taken', resourceId: taken.resourceId })

  const absent = assignments.find(({ resourceId, start: from, end }) => {
    return !contains(merge(resources.get(resourceId)?.open ?? []), { start: from, end })
  })
  if (absent && !wish.allowOutsideHours) return refuse({ reason: 'outside-hours', resourceId: absent.resourceId })
  return ok({ start, end: start + visitType.durationMinutes * minuteMs, assignments })
}
