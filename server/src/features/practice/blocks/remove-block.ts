import { dateAt, ok, type Result, Temporal } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { TakenRange } from '../../../platform/events/event.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { blockChanged } from '../events.ts'
import { deleteBlock } from './store.ts'

export async function removeBlock(ctx: Ctx, blockId: string): Promise<Result<Record<string, never>, never>> {
  ctx.touch([], blockId)
  return ctx.tx(async (db) => {
    const rows = await deleteBlock(db, blockId)
    if (rows.length === 0) throw new Problem('not-found')
    for (const [siteId, those] of Map.groupBy(rows, (row) => row.siteId)) {
      const dates = new Set(those.map(({ start, timeZone }) => dateAt(Temporal.Instant.from(start), timeZone)))
      const [date = null] = dates.size === 1 ? dates : []
      const taken = those.map((row): TakenRange => [row.resourceId, Date.parse(row.start), Date.parse(row.end)])
      await ctx.tell(db, blockChanged(blockId, { siteId, date }, taken))
    }
    return ok({})
  })
}
