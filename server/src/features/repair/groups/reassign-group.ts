import type { Body, Params, Refusal, repair } from '@foyer/contract'
import type { Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { reassignGroup } from '../../scheduling/index.ts'
import type { RepairReply } from '../present.ts'
import { readRepair, type RepairWork } from '../read-repair.ts'
import { selectRepair } from '../store.ts'
import { noteGiven } from './note-given.ts'

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
    const { start } = before
    await noteGiven(ctx, db, work.practice, row, {
      groupId: wish.groupSessionId,
      start,
      given: wish.assignments,
      before,
    })
  })
  return done.ok ? readRepair(ctx, work, repairId) : done
}
