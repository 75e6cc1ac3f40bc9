import type { Body, Params, practice, Refusal, Reply } from '@foyer/contract'
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

/**
 * Takes back that time was opened, or with `instead` that it was changed: the same block, lane by lane, as far as nothing is
 * there by now.
 */
export async function closeOpened(
  ctx: Ctx,
  { openedId, instead }: Params<Spec> & Body<Spec>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.touch([], openedId)
  return ctx.tx<Reply<Spec>, Refusal<Spec>>(async (db) => {
    const opened = await selectOpened(db, openedId)
    if (!opened) throw new Problem('not-found')
    ctx.because(opened.reason)
    const times = opened.rows.map((row) => ({ ...row, lanes: row.lane + 1 }))
    await queueForBlocks(db, times)
    await freeExpiredHolds(db, times, ctx.now.toString())
    const present = instead ? await lockBlock(db, opened.blockId) : []
    // Opened by somebody meanwhile: there is nothing any more that could be as it was.
    if (instead && present.length === 0) return refuse({ reason: 'nothing-to-close' })
    await deleteRows(db, present)
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
    await tellOfRows(ctx, db, opened.blockId, [...free, ...present])
    return ok({ id: opened.blockId })
  })
}
