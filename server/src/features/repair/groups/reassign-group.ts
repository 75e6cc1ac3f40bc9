import type { Body, Params, Refusal, repair } from '@foyer/contract'
import type { Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { reassignGroup } from '../../scheduling/index.ts'
import { closeTime } from '../closing/close-time.ts'
import { repairChanged } from '../events.ts'
import type { RepairReply } from '../present.ts'
import { readRepair, type RepairWork } from '../read-repair.ts'
import { selectItems, selectRepair, touchRepair } from '../store.ts'
import { insertGiven } from './given-store.ts'

type Spec = typeof repair.reassignRepairGroup

/** Somebody else does a group at its time; what it gave back of the missing time is closed in the same step. */
export async function reassignRepairGroup(
  ctx: Ctx,
  work: RepairWork,
  { repairId, ...wish }: Params<Spec> & Body<Spec>,
): Promise<Result<RepairReply, Refusal<Spec>>> {
  const row = await selectRepair(ctx.db, repairId)
  // Nothing of one that was taken back waits for anybody.
  if (row?.status === 'closed') throw new Problem('not-found')
  if (!row) throw new Problem('not-found')
  ctx.because(row.reason)
  const done = await reassignGroup(ctx, work.practice, wish, async (db, before) => {
    await closeTime(ctx, db, work.practice, row)
    const given = { repairId, groupId: wish.groupSessionId, given: wish.assignments, at: ctx.now.toString() }
    await insertGiven(db, given, before)
    const items = await selectItems(db, repairId)
    const isDone = items.every((item) => item.applied_at !== null || item.decision === 'kept')
    await touchRepair(db, repairId, isDone ? { status: 'applied' } : {})
    await ctx.tell(db, repairChanged(repairId, row.site_id))
  })
  return done.ok ? readRepair(ctx, work, repairId) : done
}
