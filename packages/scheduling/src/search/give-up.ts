import type { AvailabilityIndex } from '../availability/availability-index.ts'
import { tickMs } from '../availability/ticks.ts'
import { overlaps } from '../interval.ts'
import { dayMs } from '../local-day.ts'
import type { Block, NearMiss, Opening, OpeningRequest } from '../opening.ts'
import { roleTime } from '../visit-type.ts'
import type { Wanted } from './best.ts'
import type { Opened } from './lane-masks.ts'
import { searchOf } from './search.ts'

type Best = (changed: OpeningRequest, wanted: Wanted, opened?: Opened) => Opening | undefined

/** How many blocks and reserved sessions are tried, the first ones in time. */
const most = 40

/**
 * The best opening there would be if one block were given up, and the best if one session reserved for other kinds were;
 * of somebody who is asked for. Only openings that need the time that is given up.
 */
export function giveUps(request: OpeningRequest, index: AvailabilityIndex, now: number, best: Best): NearMiss[] {
  const { bounds, seats } = searchOf(request, index, now)
  const wish = { ...request, groups: [] }
  const isAsked = new Set(seats.flatMap(({ candidates }) => candidates.map(({ id }) => id)))
  const inReach = <T extends Block>(times: readonly T[]): T[] =>
    times
      .filter((each) => isAsked.has(each.resourceId) && overlaps(each, bounds))
      .toSorted((a, b) => a.start - b.start)
      .slice(0, most)

  /** Some role that the resource could fill would touch the time. */
  function needs({ resourceId, start, end }: Block): Wanted {
    const roles = request.visitType.roles.filter(({ candidates }) => candidates.includes(resourceId))
    return (day, tick) => {
      const begin = day * dayMs + tick * tickMs
      return roles.some((role) => overlaps(roleTime(request.visitType, role, begin), { start, end }))
    }
  }

  function bestOf(
    what: 'block' | 'session',
    times: readonly Block[],
    ask: (time: Block) => Opening | undefined,
  ): NearMiss[] {
    let found: NearMiss | undefined
    for (const { resourceId, start, end } of times) {
      const opening = ask({ resourceId, start, end })
      const isUsed = opening?.assignments.some(
        (each) => each.resourceId === resourceId && overlaps(each, { start, end }),
      )
      if (!opening || !isUsed || (found && found.opening.score >= opening.score)) continue
      found = { code: 'give-up', opening, resourceId, what, start, end }
    }
    return found ? [found] : []
  }

  const blocks = bestOf('block', inReach(request.blocks ?? []), (block) => {
    const { rows = 0 } = index.resource(block.resourceId) ?? {}
    const lanes = Array.from({ length: rows }, (_, lane) => ({ ...block, lane }))
    return index.asIfFree(lanes, () => best(wish, needs(block)))
  })
  const sessions = bestOf('session', inReach(reserved(request, index, [...isAsked])), (session) =>
    best(wish, needs(session), session),
  )
  return [...blocks, ...sessions]
}

/** Sessions that name other kinds of visits. */
function reserved({ visitType }: OpeningRequest, index: AvailabilityIndex, ids: readonly string[]): Block[] {
  const found: Block[] = []
  for (const resourceId of ids) {
    const known = index.resource(resourceId)
    if (!known) continue
    for (let day = index.firstDay; day < index.firstDay + index.days; day++) {
      for (const { from, until, rules } of index.patternAt(day, known.row).sessions) {
        if (rules.visitTypeIds?.includes(visitType.id) !== false || from < 0) continue
        found.push({ resourceId, start: day * dayMs + from * tickMs, end: day * dayMs + until * tickMs })
      }
    }
  }
  return found
}
