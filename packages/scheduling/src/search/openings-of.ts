import type { AvailabilityIndex } from '../availability/availability-index.ts'
import { minuteMs } from '../local-day.ts'
import type { Opening, OpeningRequest } from '../opening.ts'
import { bestOptions, soonestOptions, type Wanted } from './best.ts'
import { bestOfEachStart } from './each-start.ts'
import { fillSeats } from './fill.ts'
import { freeTimeOf } from './free-time.ts'
import type { Opened } from './lane-masks.ts'
import { rankingOf } from './rank.ts'
import { searchOf } from './search.ts'
import { variedOptions } from './varied.ts'
import type { Bounds } from './wish-mask.ts'

export type Answer = { readonly openings: readonly Opening[]; readonly considered: number }

/**
 * The best openings of one request, filled and with their reasons.
 *
 * @param isSoonest only the first in time, of those the best
 * @param within only the days that touch this are looked at
 */
export function openingsOf(
  request: OpeningRequest,
  index: AvailabilityIndex,
  now: number,
  wanted?: Wanted,
  opened?: Opened,
  isSoonest = false,
  within?: Bounds,
): Answer {
  const search = searchOf(request, index, now, opened, within)
  const free = freeTimeOf(index, request.overbook === true)
  const ranking = rankingOf(search, free)
  const isVaried = request.variety === true && request.limit !== Infinity
  const best = request.eachStart === true ? bestOfEachStart : isVaried ? variedOptions : bestOptions
  // Whoever walked in is here: the sooner, the better.
  const choose = isSoonest || request.walkIn === true ? soonestOptions : best
  const { options, considered, soonest } = choose(search, ranking, isSoonest ? 1 : request.limit, wanted)
  const openings = options.map((option): Opening => {
    const { start, group, score } = option
    const reasons = ranking.reasons(option, soonest)
    if (group) return { start, end: group.end, assignments: group.assignments, score, reasons }
    const assignments = fillSeats(search, free, option.day, option.tick, option.lead) ?? []
    return { start, end: start + request.visitType.durationMinutes * minuteMs, assignments, score, reasons }
  })
  return { openings, considered }
}
