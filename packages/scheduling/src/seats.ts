import type { Availability } from './availability.ts'
import { overlaps } from './interval.ts'
import { minuteMs } from './local-day.ts'
import { type Assignment, leadRole, type RoleName, roleTime, type VisitTypeRule } from './visit-type.ts'

/** A role as the search needs it: who may fill it, and when it begins and ends after the start (milliseconds). */
export type Seat = {
  readonly role: RoleName
  readonly candidates: readonly string[]
  readonly from: number
  readonly until: number
}

/** The lead first. `narrowed` keeps of a role's candidates only those it names; an empty list narrows nothing. */
export function seatsOf(
  visitType: VisitTypeRule,
  narrowed: Partial<Record<RoleName, readonly string[]>> = {},
): readonly Seat[] {
  const lead = leadRole(visitType)
  const roles = visitType.roles.toSorted((a, b) => Number(b === lead) - Number(a === lead))
  return roles.map((role) => {
    const wanted = narrowed[role.name] ?? []
    const candidates = [...new Set(role.candidates)].filter((id) => wanted.length === 0 || wanted.includes(id))
    const { start, end } = roleTime(visitType, role, 0)
    return { role: role.name, candidates, from: start, until: end }
  })
}

/**
 * Fills every seat for a visit that begins at `start`, the lead's with `leadId`, or answers `undefined`. Of the resources
 * that are free the one with the smallest free time around the visit is taken, so that long free times stay whole; then
 * the earlier candidate. No resource is in two places: one that could fill two roles at once fills one, and the other
 * role is tried with the next.
 */
export function fillSeats(
  seats: readonly Seat[],
  availability: Availability,
  start: number,
  leadId: string,
): Assignment[] | undefined {
  const [lead, ...others] = seats
  if (!lead) return undefined
  const first = { role: lead.role, resourceId: leadId, start: start + lead.from, end: start + lead.until }
  return availability.freeAround(leadId, first) ? fillRest(others, availability, start, [first]) : undefined
}

function fillRest(
  seats: readonly Seat[],
  availability: Availability,
  start: number,
  filled: Assignment[],
): Assignment[] | undefined {
  const [seat, ...others] = seats
  if (!seat) return filled
  const time = { start: start + seat.from, end: start + seat.until }
  const free = seat.candidates
    .flatMap((resourceId) => {
      const around = availability.freeAround(resourceId, time)
      return around ? [{ resourceId, length: around.end - around.start }] : []
    })
    .sort((a, b) => a.length - b.length)
  for (const { resourceId } of free) {
    if (filled.some((each) => each.resourceId === resourceId && overlaps(each, time))) continue
    const whole = fillRest(others, availability, start, [...filled, { role: seat.role, resourceId, ...time }])
    if (whole) return whole
  }
  return undefined
}

/** A quick answer to "can all seats but the lead's be filled?", remembered for each start. */
export function restFits(
  seats: readonly Seat[],
  availability: Availability,
): (start: number, leadId: string) => boolean {
  const [, ...others] = seats
  const ids = seats.flatMap((seat) => seat.candidates)
  if (new Set(ids).size < ids.length) {
    return (start, leadId) => fillSeats(seats, availability, start, leadId) !== undefined
  }
  const known = new Map<number, boolean>()
  return (start) => {
    const before = known.get(start)
    if (before !== undefined) return before
    const fits = others.every((seat) => {
      const time = { start: start + seat.from, end: start + seat.until }
      return seat.candidates.some((resourceId) => availability.freeAround(resourceId, time) !== undefined)
    })
    known.set(start, fits)
    return fits
  }
}

export function gridOf(visitType: VisitTypeRule): number {
  return (visitType.gridMinutes ?? 10) * minuteMs
}
