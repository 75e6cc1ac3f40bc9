import type { repair, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { newsOf } from './place.ts'
import type { RepairWork } from './read-repair.ts'
import { selectItems, selectRepair } from './store.ts'
import { messagesFor, type Told } from './told.ts'

type Spec = typeof repair.previewRepairMessages

/** What would be sent for each visit that has a new place and is not kept. */
export async function previewMessages(
  ctx: Ctx,
  work: RepairWork,
  repairId: string,
): Promise<Result<Reply<Spec>, never>> {
  if (!(await selectRepair(ctx.db, repairId))) throw new Problem('not-found')
  const items = (await selectItems(ctx.db, repairId)).filter(({ decision }) => decision !== 'kept')
  const told = items.flatMap((item): Told | [] => {
    const isCancelled = item.decision === 'cancelled'
    const place = isCancelled ? item.before : item.proposal
    if (!place) return []
    return {
      appointmentId: item.appointment_id,
      patient: item,
      siteId: item.site_id,
      visitTypeId: item.visit_type_id,
      news: isCancelled ? 'cancelled' : newsOf(item.proposal?.why ?? []),
      start: place.start,
    }
  })
  return ok(await messagesFor(ctx, work, repairId, told))
}
