import type { practice, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { noteOpened, reasonOf } from './opened.ts'
import { deleteRows, lockBlock } from './store.ts'

type Opened = Reply<typeof practice.removeBlock>

/** Opens all that was closed together. */
export async function removeBlock(ctx: Ctx, blockId: string): Promise<Result<Opened, never>> {
  ctx.touch([], blockId)
  return ctx.tx(async (db) => {
    const opened = await openBlocks(ctx, db, blockId)
    if (!opened) throw new Problem('not-found')
    return ok(opened)
  })
}

/** The same within the caller's transaction; null where nothing of it is closed any more. */
export async function openBlocks(ctx: Ctx, db: Db, blockId: string): Promise<Opened | null> {
  const rows = await lockBlock(db, blockId)
  if (rows.length === 0) return null
  await deleteRows(db, rows)
  return noteOpened(ctx, db, blockId, { reason: reasonOf(rows), rows })
}
