import type { practice, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { subtract } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { joined, tellOfRows } from './opened.ts'
import {
  type BlockRow,
  deleteOpened,
  deleteRows,
  freeExpiredHolds,
  insertBlock,
  lockBlock,
  queueForBlocks,
  selectOpened,
  selectTaken,
} from './store.ts'

type Spec = typeof practice.closeOpened

/** Takes back that time was opened: the same block, lane by lane, as far as nothing is there by now. */
export async function closeOpened(ctx: Ctx, openedId: string): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.touch([], openedId)
  return ctx.tx<Reply<Spec>, Refusal<Spec>>(async (db) => {
    const opened = await selectOpened(db, openedId)
    if (!opened) throw new Problem('not-found')
    ctx.because(opened.reason)
    const times = opened.rows.map((row) => ({ ...row, lanes: row.lane + 1 }))
    await queueForBlocks(db, times)
    await freeExpiredHolds(db, times, ctx.now.toString())
    const taken = (await selectTaken(db, times)).map((row) => ({
      ...row,
      start: Date.parse(row.from),
      end: Date.parse(row.until),
    }))
    const free = opened.rows.flatMap((row): BlockRow[] => {
      const there = taken.filter(({ resource_id, lane }) => resource_id === row.resourceId && lane === row.lane)
      return subtract([row], there).map((time) => ({ ...row, ...time }))
    })
    if (free.length === 0) return refuse({ reason: 'nothing-to-close' })
    const beside = (await lockBlock(db, opened.blockId)).filter((one) =>
      free.some(({ resourceId, lane }) => resourceId === one.resourceId && lane === one.lane),
    )
    await deleteRows(db, beside)
    await insertBlock(db, opened.blockId, joined([...free, ...beside]), opened.reason)
    await deleteOpened(db, openedId)
    await tellOfRows(ctx, db, opened.blockId, free)
    return ok({ id: opened.blockId })
  })
}
