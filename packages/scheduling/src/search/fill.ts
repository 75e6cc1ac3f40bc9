import type { Indexed } from '../availability/availability-index.ts'
import { dayTicks, dayWords, tickMs } from '../availability/ticks.ts'
import { overlaps } from '../interval.ts'
import { dayMs } from '../local-day.ts'
import type { Assignment } from '../visit-type.ts'
import type { FreeTime } from './free-time.ts'
import type { Search } from './search.ts'
import type { Seat } from './seats.ts'

type Place = { readonly known: Indexed; readonly lane: number; readonly isOver: boolean; readonly length: number }

/** The lanes of a resource that a role could have at that tick, the one with the smallest free time around it first. */
export function placesOf(
  search: Search,
  free: FreeTime,
  seat: Seat,
  known: Indexed,
  day: number,
  tick: number,
): Place[] {
  return placesAmong(search, free, seat, [known], day, tick)
}

function placesAmong(
  { masks, index }: Search,
  free: FreeTime,
  seat: Seat,
  candidates: readonly Indexed[],
  day: number,
  tick: number,
): Place[] {
  const open: { known: Indexed; lane: number }[] = []
  for (const known of candidates) {
    for (let lane = 0; lane < masks.lanes(known); lane++) {
      if (masks.starts(seat, known, lane, day, starts) && ((starts[tick >>> 5]! >>> (tick & 31)) & 1) === 1)
        open.push({ known, lane })
    }
  }
  // Where there is nothing to choose from, nothing is compared.
  if (open.length <= 1) return open.map((one) => ({ ...one, isOver: false, length: 0 }))
  const from = (day - index.firstDay) * dayTicks + tick + seat.from
  const until = from + seat.length
  return open
    .map(({ known, lane }) => {
      const row = known.row + lane
      return { known, lane, isOver: free.isOverbooked(row, from, until), length: free.beside(row, from, until) }
    })
    .sort(bestFit)
}

/** One question is answered before the next is asked. */
const starts = new Uint32Array(dayWords)

function bestFit(a: Place, b: Place): number {
  return Number(a.isOver) - Number(b.isOver) || a.length - b.length || (a.known === b.known ? a.lane - b.lane : 0)
}

/**
 * Fills every role for a visit that begins at a tick of a UTC day, the lead's with the candidate `leadPlace`. Of the lanes
 * that are free one that has not to be overbooked is taken, then the one with the smallest free time around the visit, so
 * that long free times stay whole; then the earlier candidate, then the earlier lane. No resource is in two places: one
 * that could fill two roles at once fills one, and the other role is tried with the next.
 *
 * @param taken places that are kept besides, by other visits of the same plan
 */
export function fillSeats(
  search: Search,
  free: FreeTime,
  day: number,
  tick: number,
  leadPlace: number,
  taken: readonly Assignment[] = [],
): Assignment[] | undefined {
  const start = day * dayMs + tick * tickMs

  function fill(number: number, filled: readonly Assignment[]): Assignment[] | undefined {
    const seat = search.seats[number]
    if (!seat) return [...filled]
    const time = { start: start + seat.start, end: start + seat.end }
    const candidates = number === 0 ? seat.candidates.slice(leadPlace, leadPlace + 1) : seat.candidates
    const places = placesAmong(search, free, seat, candidates, day, tick)
    for (const { known, lane } of places) {
      if ([...taken, ...filled].some((each) => each.resourceId === known.id && overlaps(each, time))) continue
      const assignment = { role: seat.role, resourceId: known.id, ...time, lane }
      const whole = fill(number + 1, [...filled, assignment])
      if (whole) return whole
    }
    return undefined
  }
  return fill(0, [])
}
