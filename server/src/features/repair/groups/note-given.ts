import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { Practice } from '../../practice/index.ts'
import type { Assigned, GroupBefore } from '../../scheduling/index.ts'
import { closeTime } from '../closing/close-time.ts'
import { repairChanged } from '../events.ts'
import { type RepairRow, selectItems, touchRepair } from '../store.ts'
import { insertGiven } from './given-store.ts'

interface Given {
  readonly groupId: string
  readonly start: string
  readonly given: readonly Assigned[]
  readonly before: GroupBefore
}

/** In the step in which a group is given away: what it gave back of the missing time is closed, and where it was is kept. */
export async function noteGiven(
  ctx: Ctx,
  db: Db,
  practice: Practice,
  row: RepairRow,
  { before, ...group }: Given,
): Promise<void> {
  await closeTime(ctx, db, practice, row)
  await insertGiven(db, { repairId: row.id, at: ctx.now.toString(), ...group }, before)
  const items = await selectItems(db, row.id)
  const isDone = items.every((item) => item.applied_at !== null || item.decision === 'kept')
  await touchRepair(db, row.id, isDone ? { status: 'applied' } : {})
  await ctx.tell(db, repairChanged(row.id, row.site_id))
}
