import type { Body, Params, practice, Refusal, Reply } from '@foyer/contract'
import { addDays, dateAt, instantAt, minuteAt, ok, refuse, type Result, Temporal } from '@foyer/kernel'
import { datesBetween, merge } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { databaseFault } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { laneCount, type Practice } from '../practice.ts'
import { refused, rowsOf } from './block-time.ts'
import { joined, noteOpened, reasonOf, tellOfRows } from './opened.ts'
import {
  type BlockRow,
  type BlockTime,
  deleteRows,
  freeExpiredHolds,
  insertBlock,
  lockBlock,
  queueForBlocks,
  selectBlock,
  selectTaken,
} from './store.ts'

type Spec = typeof practice.changeBlock
type Wish = Params<Spec> & Body<Spec>
type Changed = Result<Reply<Spec>, Refusal<Spec>>

/**
 * The same block at other times, on other dates or for another reason, of the people and places that it closes already.
 * All of it or nothing; how it was is remembered, so that the change can be taken back.
 */
export async function changeBlock(ctx: Ctx, known: Practice, wish: Wish): Promise<Changed> {
  const { blockId, times, days, reason, aroundVisits } = wish
  ctx.because(reason)
  ctx.touch([], blockId)
  if (times && times.endMinute <= times.startMinute) return refuse({ reason: 'backwards' })
  const before = await selectBlock(ctx.db, blockId)
  if (before.length === 0) throw new Problem('not-found')
  const isElsewhere = times !== undefined || days !== 0
  const wanted = times ? timesAgain(known, before, times, days) : isElsewhere ? daysLater(known, before, days) : []
  // All of it may fall into the hour that the spring change skips.
  if (isElsewhere && wanted.length === 0) return refuse({ reason: 'backwards' })
  try {
    return await ctx.tx(async (db): Promise<Changed> => {
      // In the order of all who close and open: first the turn, then the rows.
      await queueForBlocks(db, wanted)
      const rows = await lockBlock(db, blockId)
      if (rows.length === 0) throw new Problem('not-found')
      await freeExpiredHolds(db, wanted, ctx.now.toString())
      await deleteRows(db, rows)
      const taken = isElsewhere ? await selectTaken(db, wanted) : []
      if (taken.length > 0 && !aroundVisits) return refused(taken)
      const next = isElsewhere ? wanted.flatMap((time) => rowsOf(time, taken)) : rows
      if (next.length === 0) return refuse({ reason: 'nothing-to-close' })
      const { openedId } = await noteOpened(ctx, db, blockId, { reason: reasonOf(rows), rows })
      await insertBlock(db, blockId, joined(next), reason)
      await tellOfRows(ctx, db, blockId, next)
      return ok({ id: blockId, openedId })
    })
  } catch (error) {
    if (databaseFault(error)?.code !== '23P01') throw error
    return refused(await selectTaken(ctx.db, wanted))
  }
}

/** The dates of the same resources, or so many days after them, by the clock of the site of each. */
function timesAgain(
  known: Practice,
  rows: readonly BlockRow[],
  { startMinute, endMinute }: NonNullable<Wish['times']>,
  days: number,
): BlockTime[] {
  return [...Map.groupBy(rows, ({ resourceId }) => resourceId)].flatMap(([resourceId, those]) => {
    const { zone, lanes } = clockOf(known, resourceId)
    const dateOf = (ms: number): string => dateAt(Temporal.Instant.fromEpochMilliseconds(ms), zone)
    const dates = new Set(those.flatMap(({ start, end }) => datesBetween(dateOf(start), dateOf(end - 1))))
    return [...dates].flatMap((date) => {
      const start = instantAt(addDays(date, days), startMinute, zone).epochMilliseconds
      const end = instantAt(addDays(date, days), endMinute, zone).epochMilliseconds
      return start < end ? [{ resourceId, start, end, lanes }] : []
    })
  })
}

/** The same times of the clock so many days later, of the whole resource where only some of its lanes were closed. */
function daysLater(known: Practice, rows: readonly BlockRow[], days: number): BlockTime[] {
  return [...Map.groupBy(rows, ({ resourceId }) => resourceId)].flatMap(([resourceId, those]) => {
    const { zone, lanes } = clockOf(known, resourceId)
    const later = (ms: number): number => {
      const at = Temporal.Instant.fromEpochMilliseconds(ms)
      return instantAt(addDays(dateAt(at, zone), days), minuteAt(at, zone), zone).epochMilliseconds
    }
    const moved = those.map(({ start, end }) => ({ start: later(start), end: later(end) }))
    return merge(moved.filter(({ start, end }) => start < end)).map((time) => ({ resourceId, ...time, lanes }))
  })
}

function clockOf(known: Practice, resourceId: string) {
  const resource = known.resources.get(resourceId)
  const zone = resource && known.sites.get(resource.siteId)?.timeZone
  if (!zone) throw new Problem('not-found')
  return { zone, lanes: laneCount(resource) }
}
