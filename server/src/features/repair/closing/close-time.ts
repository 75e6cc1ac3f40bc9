import { subtract } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { laneCount, type Practice } from '../../practice/index.ts'
import { dayAround, instantOfMs, msOf } from '../../scheduling/index.ts'
import type { RepairRow } from '../store.ts'
import { timeClosed } from '../events.ts'
import { deleteHolds, insertClosed, selectLanes } from './store.ts'

/**
 * Closes what is free of the time the resources are missing, in every lane, so that nobody is booked into it. Visits that
 * are there stay; whoever moves one closes its time in the same transaction by calling this again.
 */
export async function closeTime(ctx: Ctx, db: Db, practice: Practice, repair: RepairRow): Promise<void> {
  if (!repair.closes) return
  for (const resourceId of repair.resource_ids.toSorted()) await closeOne(ctx, db, practice, repair, resourceId)
}

async function closeOne(ctx: Ctx, db: Db, practice: Practice, repair: RepairRow, resourceId: string): Promise<void> {
  const { from, until, reason } = repair
  const resource = practice.resources.get(resourceId)
  await deleteHolds(db, resourceId, from, until)
  const taken = await selectLanes(db, resourceId, from, until)
  const most = Math.max(0, ...taken.map(({ lane }) => lane), (resource ? laneCount(resource) : 1) - 1)
  const whole = [{ start: msOf(from), end: msOf(until) }]
  const free = Array.from({ length: most + 1 }, (_, lane) => {
    const own = taken.filter((each) => each.lane === lane)
    return subtract(
      whole,
      own.map(({ start, end }) => ({ start: msOf(start), end: msOf(end) })),
    ).map(({ start, end }) => ({ lane, start: instantOfMs(start), end: instantOfMs(end) }))
  }).flat()
  await insertClosed(db, { blockId: repair.id, resourceId, reason }, free, () => ctx.newId())
  const zone = practice.sites.get(repair.site_id)?.timeZone ?? 'UTC'
  const [first, last] = [dayAround(msOf(from), zone).date, dayAround(msOf(until) - 1, zone).date]
  const range = [resourceId, msOf(from), msOf(until)] as const
  await ctx.tell(db, timeClosed(repair.id, repair.site_id, first === last ? first : null, range))
}
