import type { practice, Reply } from '@foyer/contract'
import { dateAt, minuteAt, ok, type Result, Temporal } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { TakenRange } from '../../../platform/events/event.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { blockChanged } from '../events.ts'
import { deleteBlock } from './store.ts'

type Closed = Reply<typeof practice.removeBlock>

export async function removeBlock(ctx: Ctx, blockId: string): Promise<Result<Closed, never>> {
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
    return ok(closedBy(rows))
  })
}

/** The rows of one block, as one closing: their resources, from the first date to the last, the widest minutes of a day. */
function closedBy(rows: Awaited<ReturnType<typeof deleteBlock>>): Closed {
  const ranges = rows.map(({ start, end, timeZone }) => {
    const [from, to] = [Temporal.Instant.from(start), Temporal.Instant.from(end)]
    // The midnight at which a day ends is its own 24:00, not the next day's 0:00.
    const endMinute = minuteAt(to, timeZone)
    return { date: dateAt(from, timeZone), startMinute: minuteAt(from, timeZone), endMinute: endMinute || 24 * 60 }
  })
  const dates = ranges.map(({ date }) => date).toSorted()
  return {
    resourceIds: [...new Set(rows.map(({ resourceId }) => resourceId))],
    date: dates[0] ?? '',
    to: dates.at(-1) ?? '',
    startMinute: Math.min(...ranges.map(({ startMinute }) => startMinute)),
    endMinute: Math.max(...ranges.map(({ endMinute }) => endMinute)),
    reason: rows[0]?.reason ?? '',
  }
}
