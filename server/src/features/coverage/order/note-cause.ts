import type { coverageOrder, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { checkOpen, holdRecord } from '../../patients/index.ts'
import { orderChanged } from './events.ts'
import { pinAhead } from './pin.ts'
import { findVisit, saveCause } from './store.ts'

type Spec = typeof coverageOrder.noteVisitCause

export async function noteVisitCause(
  ctx: Ctx,
  { params: { appointmentId }, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, never>> {
  return ctx.tx(async (db) => {
    const visit = await findVisit(db, appointmentId)
    if (!visit) throw new Problem('not-found')
    ctx.touch(visit.patient_id, appointmentId)
    await checkOpen(ctx, db, visit.patient_id)
    await holdRecord(db, visit.patient_id)
    const at = ctx.now.toString()
    const staffId = staffOf(ctx.actor)
    await saveCause(db, { appointment_id: appointmentId, cause: body.cause, noted_at: at, noted_by: staffId })
    await pinAhead(db, appointmentId, { at, staffId })
    await ctx.tell(db, orderChanged(visit.patient_id))
    return ok({})
  })
}
