import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { daysBetween, instantAt, ok, refuse, type Result } from '@foyer/kernel'
import { datesBetween, subtract } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { databaseFault, type Db } from '../../../platform/database/organization-db.ts'
import type { TakenRange } from '../../../platform/events/event.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { blockChanged } from '../events.ts'
import { laneCount, type Practice } from '../practice.ts'
import {
  type BlockRow,
  type BlockTime,
  freeExpiredHolds,
  insertBlock,
  queueForBlocks,
  selectTaken,
  type TakenRow,
} from './store.ts'

type Spec = typeof practice.blockTime
type Wish = Body<Spec>
type VisitsBooked = Extract<Refusal<Spec>, { reason: 'visits-booked' }>
type Blocked = Result<Reply<Spec>, Refusal<Spec>>

const mostDays = 366

/**
 * Closes time of resources, in every lane; minutes are wall time at the site of each. Refuses while anything is there:
 * `count` says how many visits and kept openings, 0 where the time is closed already. Around visits, only what is free
 * is closed.
 */
export async function blockTime(ctx: Ctx, known: Practice, wish: Wish): Promise<Blocked> {
  ctx.because(wish.reason)
  const [first] = wish.resourceIds
  ctx.touch([], first)
  const to = wish.to ?? wish.date
  if (wish.endMinute <= wish.startMinute || to < wish.date) return refuse({ reason: 'backwards' })
  if (daysBetween(wish.date, to) >= mostDays) return refuse({ reason: 'too-many-days', most: mostDays })
  const dates = datesBetween(wish.date, to)
  const times = [...new Set(wish.resourceIds)].flatMap((id) => timesOf(known, id, wish, dates))
  // All of it may fall into the hour that the spring change skips.
  if (times.length === 0) return refuse({ reason: 'backwards' })
  try {
    return await ctx.tx(async (db): Promise<Blocked> => {
      await queueForBlocks(db, times)
      await freeExpiredHolds(db, times, ctx.now.toString())
      const taken = await selectTaken(db, times)
      if (taken.length > 0 && !wish.aroundVisits) return refused(taken)
      const rows = times.flatMap((time) => rowsOf(time, taken))
      if (rows.length === 0) return refuse({ reason: 'nothing-to-close' })
      const id = ctx.newId()
      await insertBlock(db, id, rows, wish.reason)
      await tellOf(ctx, db, known, id, times, dates.length === 1 ? wish.date : null)
      return ok({ id })
    })
  } catch (error) {
    if (databaseFault(error)?.code !== '23P01') throw error
    return refused(await selectTaken(ctx.db, times))
  }
}

function timesOf(known: Practice, resourceId: string, wish: Wish, dates: readonly string[]): BlockTime[] {
  const resource = known.resources.get(resourceId)
  const zone = resource && known.sites.get(resource.siteId)?.timeZone
  if (!zone) throw new Problem('not-found')
  const lanes = laneCount(resource)
  return dates.flatMap((date) => {
    const start = instantAt(date, wish.startMinute, zone).epochMilliseconds
    const end = instantAt(date, wish.endMinute, zone).epochMilliseconds
    return start < end ? [{ resourceId, start, end, lanes }] : []
  })
}

/** What of the time is free, lane by lane. */
export function rowsOf({ resourceId, start, end, lanes }: BlockTime, taken: readonly TakenRow[]): BlockRow[] {
  const here = taken.filter((row) => row.resource_id === resourceId)
  return Array.from({ length: lanes }, (_, lane) => lane).flatMap((lane) => {
    const there = here
      .filter((row) => row.lane === lane)
      .map((row) => ({ start: Date.parse(row.from), end: Date.parse(row.until) }))
    return subtract([{ start, end }], there).map((left) => ({ resourceId, lane, ...left }))
  })
}

/** Whom it is for: of a group its people, or itself while it has none. */
function whose({ of, seats }: TakenRow): readonly string[] {
  return seats.length > 0 ? seats : of === null ? [] : [of]
}

/** A visit in two places counts once. */
export function refused(taken: readonly TakenRow[]): Result<never, VisitsBooked> {
  const resources = [...Map.groupBy(taken, (row) => row.resource_id)].map(([resourceId, rows]) => {
    return { resourceId, count: new Set(rows.flatMap(whose)).size }
  })
  const count = new Set(taken.flatMap(whose)).size
  return refuse({ reason: 'visits-booked', count, resources })
}

/** One event for each site whose resources are concerned. */
async function tellOf(
  ctx: Ctx,
  db: Db,
  known: Practice,
  id: string,
  times: readonly BlockTime[],
  date: string | null,
): Promise<void> {
  const bySite = Map.groupBy(times, ({ resourceId }) => known.resources.get(resourceId)?.siteId ?? '')
  for (const [siteId, those] of bySite) {
    const taken = those.map(({ resourceId, start, end }): TakenRange => [resourceId, start, end])
    await ctx.tell(db, blockChanged(id, { siteId, date }, taken))
  }
}
