import type { Params, Refusal, repair } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { repairChanged } from './events.ts'
import { lockTold } from './groups/seat-store.ts'
import type { RepairReply } from './present.ts'
import { readRepair, type RepairWork } from './read-repair.ts'
import { lockItem, selectRepair, updateAnswer } from './store.ts'

type Spec = typeof repair.noteRepairAnswer

/** Somebody of the desk reached the patient by phone, and the new time stands. */
export async function noteAnswer(
  ctx: Ctx,
  work: RepairWork,
  { repairId, appointmentId }: Params<Spec>,
): Promise<Result<RepairReply, Refusal<Spec>>> {
  const done = await ctx.tx<object, Refusal<Spec>>(async (db) => {
    const row = await selectRepair(db, repairId)
    const item = row && (await lockItem(db, repairId, appointmentId))
    const told = item ?? (row && (await lockTold(db, repairId, appointmentId)))
    if (!row || !told) throw new Problem('not-found')
    ctx.touch(told.patient_id, appointmentId)
    if (told.told_at === null) return refuse({ reason: 'not-applied' })
    await updateAnswer(
      db,
      item ? 'repair_item' : 'repair_seat',
      repairId,
      appointmentId,
      'by-phone',
      ctx.now.toString(),
    )
    await ctx.tell(db, repairChanged(repairId, row.site_id))
    return ok({})
  })
  return done.ok ? readRepair(ctx, work, repairId) : done
}
