import type { practice, Reply } from '@foyer/contract'
import { dateAt, Temporal } from '@foyer/kernel'
import { merge } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { TakenRange } from '../../../platform/events/event.ts'
import { blockChanged } from '../events.ts'
import { type BlockRow, type ClosedRow, insertOpened, selectSites } from './store.ts'

type Opened = Reply<typeof practice.removeBlock>

/** How long what was opened can be closed again. */
const keptDays = 7

/** Stretches of each lane; two that touch become one. */
export function joined(rows: readonly BlockRow[]): BlockRow[] {
  return [...Map.groupBy(rows, ({ resourceId, lane }) => `${resourceId} ${lane}`).values()].flatMap((those) => {
    const [first] = those
    return first ? merge(those).map((time) => ({ resourceId: first.resourceId, lane: first.lane, ...time })) : []
  })
}

/** Remembers what was opened, tells of it, and says it. */
export async function noteOpened(
  ctx: Ctx,
  db: Db,
  blockId: string,
  { reason, rows }: { readonly reason: string; readonly rows: readonly BlockRow[] },
): Promise<Opened> {
  const openedId = ctx.newId()
  const at = ctx.now.toString()
  const forgotten = ctx.now.subtract({ hours: keptDays * 24 }).toString()
  await insertOpened(db, { id: openedId, blockId, reason, rows: joined(rows), at }, forgotten)
  await tellOfRows(ctx, db, blockId, rows)
  return {
    openedId,
    resourceIds: [...new Set(rows.map(({ resourceId }) => resourceId))],
    start: instantOf(rows.reduce((first, { start }) => Math.min(first, start), Infinity)),
    end: instantOf(rows.reduce((last, { end }) => Math.max(last, end), -Infinity)),
    reason,
  }
}

/** One event for each site whose resources are concerned; `date` where all of it lies on one. */
export async function tellOfRows(ctx: Ctx, db: Db, blockId: string, rows: readonly BlockRow[]): Promise<void> {
  const sites = await selectSites(
    db,
    rows.map(({ resourceId }) => resourceId),
  )
  for (const [siteId, those] of Map.groupBy(rows, ({ resourceId }) => sites.get(resourceId)?.siteId ?? '')) {
    const dates = new Set(
      those.flatMap(({ resourceId, start, end }) => {
        const zone = sites.get(resourceId)?.timeZone ?? 'UTC'
        return [start, end - 1].map((ms) => dateAt(Temporal.Instant.fromEpochMilliseconds(ms), zone))
      }),
    )
    const [date = null] = dates.size === 1 ? dates : []
    const taken = those.map(({ resourceId, start, end }): TakenRange => [resourceId, start, end])
    await ctx.tell(db, blockChanged(blockId, { siteId, date }, taken))
  }
}

/** Of rows of one block. */
export function reasonOf(rows: readonly ClosedRow[]): string {
  return rows[0]?.reason ?? ''
}

function instantOf(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString()
}
