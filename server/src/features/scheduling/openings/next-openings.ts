import type { Body, Refusal, scheduling } from '@foyer/contract'
import { addDays } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { msOf } from '../instants.ts'
import type { Place, WantedTime } from '../place.ts'
import { openingReply } from '../present.ts'
import { dayAround } from '../site-days.ts'
import { type SearchWish, searchOpenings } from './search-openings.ts'

export type NextOpening = Extract<Refusal<typeof scheduling.holdOpening>, { reason: 'opening-taken' }>['next'][number]
/** What the opening that is gone had been looked for with. */
export type Within = Body<typeof scheduling.holdOpening>['wish']

export interface NextQuestion {
  readonly patientId: string | null
  /** The visit that is to be moved: its own time is no obstacle. */
  readonly movingId?: string | null
  readonly within?: Within
}

const nextDays = 13
const mostDays = 92
const howMany = 3

/**
 * Somebody was faster: the next best three for the same visit at the same site. Those within the wish stand first; where
 * there are fewer, others from the day on that was wanted follow, and say that they are not within it.
 */
export async function nextOpenings(
  ctx: Ctx,
  practice: Practice,
  { rule, siteId, zone, start, assignments }: Place & WantedTime,
  { patientId, movingId = null, within }: NextQuestion,
  availability: AvailabilityBook,
): Promise<NextOpening[]> {
  const lost = keyOf({ start: msOf(start), assignments })
  const find = async (asked: Pick<SearchWish, 'from' | 'to' | 'clinicianIds' | 'withoutIds'>) => {
    const wish = { rule, siteId, zone, patientId, movingId, limit: howMany + 1, variety: true, ...asked }
    const { openings } = await searchOpenings(ctx, practice, wish, availability)
    // The index may hear of who was faster only after the database said so.
    return openings.filter((one) => keyOf(one) !== lost).slice(0, howMany)
  }
  const from = dayAround(msOf(start), zone).date
  const best = within ? await find({ ...within, ...datesOf(within) }) : []
  if (best.length >= howMany) return best.map(openingReply)
  const known = new Set(best.map(keyOf))
  // Whom they do not want they do not want either way.
  const withoutIds = within?.withoutIds ?? []
  const others = (await find({ from, to: addDays(from, nextDays), clinicianIds: [], withoutIds })).filter(
    (one) => !known.has(keyOf(one)),
  )
  return [
    ...best.map(openingReply),
    ...others
      .slice(0, howMany - best.length)
      .map((one): NextOpening => ({ ...openingReply(one), ...(within ? { outsideWish: true as const } : {}) })),
  ]
}

/** No further than somebody may look at once. */
function datesOf({ from, to }: NonNullable<Within>): { readonly from: string; readonly to: string } {
  const last = addDays(from, mostDays)
  return { from, to: to < last ? to : last }
}

function keyOf({
  start,
  assignments,
}: {
  readonly start: number
  readonly assignments: WantedTime['assignments']
}): string {
  return [start, ...assignments.map(({ resourceId }) => resourceId).sort()].join(' ')
}
