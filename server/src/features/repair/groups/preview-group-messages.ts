import type { Params, Query, repair, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { RepairWork } from '../read-repair.ts'
import { selectRepair } from '../store.ts'
import { messagesFor, type Told } from '../told.ts'
import { selectGroups, selectSeats } from './store.ts'

type Spec = typeof repair.previewRepairGroupMessages

/** What would be sent to everybody in a group if it were held at `start`. */
export async function previewGroupMessages(
  ctx: Ctx,
  work: RepairWork,
  { repairId, groupSessionId, start }: Params<Spec> & Query<Spec>,
): Promise<Result<Reply<Spec>, never>> {
  const row = await selectRepair(ctx.db, repairId)
  const group = row && (await selectGroups(ctx.db, row)).find(({ id }) => id === groupSessionId)
  if (!group) throw new Problem('not-found')
  const { site_id: siteId, visit_type_id: visitTypeId } = group
  const told = (await selectSeats(ctx.db, [group.id])).map(
    (seat): Told => ({
      appointmentId: seat.appointment_id,
      patient: seat,
      siteId,
      visitTypeId,
      news: 'movedByUs',
      start,
    }),
  )
  return ok(await messagesFor(ctx, work, repairId, told))
}
