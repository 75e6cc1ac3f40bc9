import type { AvailabilityIndex } from '../availability/availability-index.ts'
import { tickMs } from '../availability/ticks.ts'
import { dayMs } from '../local-day.ts'
import type { OpeningRequest } from '../opening.ts'
import { type Search, searchOf } from './search.ts'

/**
 * Every pair of a start and a lead, without ranks, by UTC day, then lead, then time. `starts` are epoch milliseconds;
 * `leads` numbers the `ids`.
 */
export type AllOpenings = {
  readonly count: number
  readonly starts: Float64Array
  readonly leads: Uint16Array
  readonly ids: readonly string[]
}

/** @param now epoch milliseconds */
export function allOpenings(request: OpeningRequest, index: AvailabilityIndex, now: number): AllOpenings {
  return index.asIfFree(request.ignore ?? [], () => {
    const search = searchOf(request, index, now)
    let starts = new Float64Array(4096)
    let leads = new Uint16Array(4096)
    let count = 0
    for (let day = search.first; day <= search.last; day++) {
      const midnight = day * dayMs
      search.scan(day, (tick, lead) => {
        if (count === starts.length) {
          starts = grown(starts, new Float64Array(count * 2))
          leads = grown(leads, new Uint16Array(count * 2))
        }
        starts[count] = midnight + tick * tickMs
        leads[count++] = lead
      })
    }
    return { count, starts: starts.subarray(0, count), leads: leads.subarray(0, count), ids: idsOf(search) }
  })
}

/** How many pairs of a start and a lead are possible. */
export function countOpenings(request: OpeningRequest, index: AvailabilityIndex, now: number): number {
  return index.asIfFree(request.ignore ?? [], () => {
    const search = searchOf(request, index, now)
    let count = 0
    for (let day = search.first; day <= search.last; day++) search.scan(day, () => count++)
    return count
  })
}

function idsOf(search: Search): readonly string[] {
  return search.seats[0]?.candidates.map(({ id }) => id) ?? []
}

function grown<T extends Float64Array | Uint16Array>(from: T, to: T): T {
  to.set(from)
  return to
}
