import type { Body, Params, practice, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { intersect, subtract } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { databaseFault } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { laneCount, type Practice } from '../practice.ts'
import { refused, rowsOf } from './block-time.ts'
import { joined, noteOpened, reasonOf, tellOfRows } from './opened.ts'
import {
  type BlockTime,
  type ClosedRow,
  deleteRows,
  freeExpiredHolds,
  insertBlock,
  lockBlock,
  queueForBlocks,
  selectTaken,
} from './store.ts'

type Spec = typeof practice.moveBlock
type Moved = Result<Reply<Spec>, Refusal<Spec>>

/** Longest that one stretch may be made: what lasts for days is changed as a whole. */
const longestMs = 24 * 3_600_000

/**
 * One stretch of a block elsewhere: at another time, of somebody else, longer or shorter. What else the block closes stays
 * where it is. How all of it was is remembered, so that the change can be taken back.
 */
export async function moveBlock(ctx: Ctx, known: Practice, wish: Params<Spec> & Body<Spec>): Promise<Moved> {
  const { blockId, resourceId, to, aroundVisits } = wish
  ctx.touch([], blockId)
  const target = known.resources.get(to.resourceId)
  if (!target) throw new Problem('not-found')
  const part = [{ start: Date.parse(wish.start), end: Date.parse(wish.end) }]
  const [start, end] = [Date.parse(to.start), Date.parse(to.end)]
  if (end <= start || end - start > longestMs) return refuse({ reason: 'backwards' })
  const wanted: BlockTime = { resourceId: to.resourceId, start, end, lanes: laneCount(target) }
  try {
    return await ctx.tx(async (db): Promise<Moved> => {
      // In the order of all who close and open: first the turn, then the rows.
      await queueForBlocks(db, [wanted])
      const rows = await lockBlock(db, blockId)
      const taking = rows.filter((row) => row.resourceId === resourceId && intersect([row], part).length > 0)
      if (taking.length === 0) throw new Problem('not-found')
      const reason = reasonOf(rows)
      ctx.because(reason)
      await freeExpiredHolds(db, [wanted], ctx.now.toString())
      await deleteRows(db, taking)
      const left = taking.flatMap((row: ClosedRow) =>
        subtract([row], part).map((time) => ({ resourceId, lane: row.lane, ...time })),
      )
      if (left.length > 0) await insertBlock(db, blockId, left, reason)
      const taken = await selectTaken(db, [wanted])
      if (taken.length > 0 && !aroundVisits) return refused(taken)
      const next = rowsOf(wanted, taken)
      if (next.length === 0) return refuse({ reason: 'nothing-to-close' })
      await insertBlock(db, blockId, next, reason)
      const { openedId } = await noteOpened(ctx, db, blockId, { reason, rows })
      await tellOfRows(ctx, db, blockId, joined(next))
      return ok({ id: blockId, openedId })
    })
  } catch (error) {
    if (databaseFault(error)?.code !== '23P01') throw error
    return refused(await selectTaken(ctx.db, [wanted]))
  }
}
