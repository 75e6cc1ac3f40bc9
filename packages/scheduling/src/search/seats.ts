import type { AvailabilityIndex, Indexed } from '../availability/availability-index.ts'
import { tickMs } from '../availability/ticks.ts'
import type { OpeningRequest } from '../opening.ts'
import { leadRole, type RoleName, roleTime, type VisitTypeRule } from '../visit-type.ts'
import { daysReached, runSteps } from './runs.ts'
import { wishedFor } from './wished-for.ts'

/** A role as the search needs it: who may fill it, and which ticks it takes, counted from the start of the visit. */
export type Seat = {
  readonly role: RoleName
  readonly candidates: readonly Indexed[]
  readonly isLead: boolean
  readonly from: number
  readonly length: number
  readonly steps: readonly number[]
  /** Days around the day of the start into which it reaches. */
  readonly days: { readonly first: number; readonly last: number }
  /** The exact time, buffers included, in milliseconds after the start. */
  readonly start: number
  readonly end: number
}

/**
 * The lead first. Of a role's candidates those stay who are named, where somebody is, and who have what was wished for. Who
 * is not in the index is never free.
 */
export function seatsOf(
  visitType: VisitTypeRule,
  index: AvailabilityIndex,
  narrowed: Pick<OpeningRequest, 'candidates' | 'having'> = {},
): readonly Seat[] {
  const lead = leadRole(visitType)
  const roles = visitType.roles.toSorted((a, b) => Number(b === lead) - Number(a === lead))
  return roles.map((role) => {
    const isWished = wishedFor(narrowed, role.name)
    const all = index.resources(role.candidates)
    const candidates = isWished ? all.filter(({ id }) => isWished(id)) : all
    const { start, end } = roleTime(visitType, role, 0)
    const from = Math.floor(start / tickMs)
    const length = Math.max(1, Math.ceil(end / tickMs) - from)
    return {
      role: role.name,
      candidates,
      isLead: role === lead,
      from,
      length,
      steps: runSteps(length),
      days: daysReached(from, length),
      start,
      end,
    }
  })
}

/** Whether somebody could be asked to fill two of the roles at once, so that filling one is not independent of another. */
export function shareCandidates(seats: readonly Seat[]): boolean {
  return seats.some((seat, index) =>
    seats
      .slice(0, index)
      .some(
        (other) =>
          Math.max(seat.start, other.start) < Math.min(seat.end, other.end) &&
          seat.candidates.some(({ row }) => other.candidates.some((each) => each.row === row)),
      ),
  )
}
