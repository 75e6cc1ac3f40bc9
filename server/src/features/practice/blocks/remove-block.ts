import type { practice, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { noteOpened, reasonOf } from './opened.ts'
import { deleteRows, lockBlock } from './store.ts'

/** Opens all that was closed together. */
export async function removeBlock(
  ctx: Ctx,
  blockId: string,
): Promise<Result<Reply<typeof practice.removeBlock>, never>> {
  ctx.touch([], blockId)
  return ctx.tx(async (db) => {
    const rows = await lockBlock(db, blockId)
    if (rows.length === 0) throw new Problem('not-found')
    await deleteRows(db, rows)
    return ok(await noteOpened(ctx, db, blockId, { reason: reasonOf(rows), rows }))
  })
}
