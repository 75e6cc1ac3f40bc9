import type { Body, Params, practice, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import { intersect, subtract } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { noteOpened, reasonOf } from './opened.ts'
import { type ClosedRow, deleteRows, insertBlock, lockBlock } from './store.ts'

type Spec = typeof practice.openPart

/** Opens what somebody needs of blocked time, in every lane of the resource; the rest of the block stays what it is. */
export async function openPart(ctx: Ctx, wish: Params<Spec> & Body<Spec>): Promise<Result<Reply<Spec>, never>> {
  const { blockId, resourceId } = wish
  ctx.touch([], blockId)
  const part = [{ start: Date.parse(wish.start), end: Date.parse(wish.end) }]
  return ctx.tx(async (db) => {
    const rows = (await lockBlock(db, blockId)).filter(
      (row) => row.resourceId === resourceId && intersect([row], part).length > 0,
    )
    if (rows.length === 0) throw new Problem('not-found')
    const cut = (row: ClosedRow, left: typeof intersect) =>
      left([row], part).map((time) => ({ resourceId, lane: row.lane, ...time }))
    const reason = reasonOf(rows)
    await deleteRows(db, rows)
    const kept = rows.flatMap((row) => cut(row, subtract))
    if (kept.length > 0) await insertBlock(db, blockId, kept, reason)
    return ok(await noteOpened(ctx, db, blockId, { reason, rows: rows.flatMap((row) => cut(row, intersect)) }))
  })
}
