import type { AvailabilityIndex } from '../availability/availability-index.ts'
import { dayTicks, dayWords, tickMs, utcDay } from '../availability/ticks.ts'
import { overlaps } from '../interval.ts'
import { dayMs } from '../local-day.ts'
import type { Block, NearMiss, Opening, OpeningRequest } from '../opening.ts'
import type { Wanted } from './best.ts'
import { freeTimeOf } from './free-time.ts'
import type { Opened } from './lane-masks.ts'
import { searchOf } from './search.ts'
import type { Seat } from './seats.ts'
import { type Bounds, wishMask } from './wish-mask.ts'

type Best = (changed: OpeningRequest, wanted: Wanted, within: Bounds, opened?: Opened) => Opening | undefined

/** A time, and a role in which its owner could use it. */
type Way = { readonly time: Block; readonly seat: Seat }

/** How many of each kind are tried, the first ones in time, of those that are long enough and within the wish. */
const most = 200

/**
 * The best opening there would be if one block were given up, the best if one break of the week were, and the best if one
 * session reserved for other kinds were; of somebody who is asked for. Only openings that need the time that is given up.
 */
export function giveUps(request: OpeningRequest, index: AvailabilityIndex, now: number, best: Best): NearMiss[] {
  const { bounds, seats, calendar, first, last } = searchOf(request, index, now)
  const wish = { ...request, groups: [] }
  const free = freeTimeOf(index, request.overbook === true)
  const masks = new Map<number, Uint32Array>()

  /** Starts of a day that the wish allows, whoever is free. */
  function wished(day: number): Uint32Array {
    const before = masks.get(day)
    if (before) return before
    const mask = new Uint32Array(dayWords)
    wishMask(wish, calendar, bounds, day, mask)
    masks.set(day, mask)
    return mask
  }

  /** When a visit begins that uses the time in the role. */
  function startsWith({ time, seat }: Way): Bounds {
    return { start: time.start - seat.end + 1, end: time.end - seat.start }
  }

  function isWithin(way: Way): boolean {
    const { start, end } = startsWith(way)
    for (let day = Math.max(first, utcDay(start)); day <= Math.min(last, utcDay(end)); day++) {
      const mask = wished(day)
      const from = Math.max(0, Math.ceil((start - day * dayMs) / tickMs))
      const until = Math.min(dayTicks, Math.ceil((end - day * dayMs) / tickMs))
      for (let tick = from; tick < until; tick++) if ((mask[tick >>> 5]! >>> (tick & 31)) & 1) return true
    }
    return false
  }

  /** With what is free beside it. */
  function isLongEnough({ time, seat }: Way): boolean {
    const known = index.resource(time.resourceId)
    if (!known) return false
    const from = Math.ceil((time.start - index.firstDay * dayMs) / tickMs)
    const until = Math.floor((time.end - index.firstDay * dayMs) / tickMs)
    if (until - from >= seat.length) return true
    for (let row = known.row; row < known.row + known.rows; row++)
      if (until - from + free.beside(row, from, until) >= seat.length) return true
    return false
  }

  function waysOf(times: readonly Block[]): Way[] {
    return times
      .toSorted((a, b) => a.start - b.start)
      .flatMap((time) =>
        seats
          .filter(({ candidates }) => candidates.some(({ id }) => id === time.resourceId))
          .map((seat) => ({ time, seat })),
      )
      .filter((way) => isWithin(way) && isLongEnough(way))
      .slice(0, most)
  }

  function bestOf(
    what: 'block' | 'break' | 'session',
    times: readonly Block[],
    ask: (time: Block, find: (opened?: Opened) => Opening | undefined) => Opening | undefined,
  ): NearMiss[] {
    let found: NearMiss | undefined
    for (const way of waysOf(times)) {
      const { resourceId, start, end } = way.time
      const { role, start: from, end: until } = way.seat
      // Whose time it is fills the role, so that a question is as small as one person and a day.
      const changed = { ...wish, candidates: { ...wish.candidates, [role]: [resourceId] } }
      const needs: Wanted = (day, tick) => {
        const begin = day * dayMs + tick * tickMs
        return begin + from < end && start < begin + until
      }
      const opening = ask({ resourceId, start, end }, (opened) => best(changed, needs, startsWith(way), opened))
      const isUsed = opening?.assignments.some(
        (each) => each.resourceId === resourceId && overlaps(each, { start, end }),
      )
      if (!opening || !isUsed || (found && found.opening.score >= opening.score)) continue
      found = { code: 'give-up', opening, resourceId, what, start, end }
    }
    return found ? [found] : []
  }

  const asked = new Set(seats.flatMap(({ candidates }) => candidates.map(({ id }) => id)))
  const blocks = bestOf('block', request.blocks ?? [], (block, find) => {
    const { rows = 0 } = index.resource(block.resourceId) ?? {}
    const lanes = Array.from({ length: rows }, (_, lane) => ({ ...block, lane }))
    return index.asIfFree(lanes, () => find())
  })
  const breaks = bestOf('break', request.breaks?.() ?? [], (pause, find) => index.asIfOpen(pause, () => find()))
  const sessions = bestOf('session', reserved(request, index, [...asked], { first, last }), (session, find) =>
    find(session),
  )
  return [...blocks, ...breaks, ...sessions]
}

/** Sessions that name other kinds of visits, on the days of the wish and the two beside them. */
function reserved(
  { visitType }: OpeningRequest,
  index: AvailabilityIndex,
  ids: readonly string[],
  { first, last }: { readonly first: number; readonly last: number },
): Block[] {
  const found: Block[] = []
  for (const resourceId of ids) {
    const known = index.resource(resourceId)
    if (!known) continue
    for (
      let day = Math.max(index.firstDay, first - 1);
      day <= Math.min(index.firstDay + index.days - 1, last + 1);
      day++
    ) {
      for (const { from, until, rules } of index.patternAt(day, known.row).sessions) {
        if (rules.visitTypeIds?.includes(visitType.id) !== false || from < 0) continue
        found.push({ resourceId, start: day * dayMs + from * tickMs, end: day * dayMs + until * tickMs })
      }
    }
  }
  return found
}
