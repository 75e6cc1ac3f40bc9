import { dateAt, ok, type Result, Temporal } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { deleteBlock } from './store.ts'
import { practiceChanged } from '../events.ts'

export async function removeBlock(ctx: Ctx, blockId: string): Promise<Result<Record<string, never>, never>> {
  ctx.touch([], blockId)
  return ctx.tx(async (db) => {
    const block = await deleteBlock(db, blockId)
    if (!block) throw new Problem('not-found')
    const date = dateAt(Temporal.Instant.from(block.start), block.timeZone)
    await ctx.tell(db, practiceChanged(blockId, { siteId: block.siteId, date }))
    return ok({})
  })
}
