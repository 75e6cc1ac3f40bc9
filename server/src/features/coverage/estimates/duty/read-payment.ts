import { type estimates, type Reply, roleMay } from '@foyer/contract'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import { checkOpen } from '../../../patients/index.ts'
import { causeOf } from '../../order/pin.ts'
import { selectSaid } from '../pricing/store.ts'
import { findVisit } from '../store.ts'
import { hasCover } from './has-cover.ts'
import { owedNow } from './owed-now.ts'

type Spec = typeof estimates.readPayment

const over = new Set(['cancelled', 'no-show', 'completed'])

/** Whoever has no plan that day has nothing to choose, and is not asked. */
export async function readPayment(
  ctx: Ctx,
  { appointmentId }: { readonly appointmentId: string },
): Promise<Reply<Spec>> {
  const { db } = ctx
  const visit = await findVisit(db, appointmentId)
  if (!visit) throw new Problem('not-found')
  ctx.touch(visit.patient_id, appointmentId)
  await checkOpen(ctx, db, visit.patient_id)
  const on = { date: visit.date, cause: causeOf(visit) }
  const [isCovered, said, owed] = await Promise.all([
    hasCover(db, visit.patient_id, on),
    selectSaid(db, appointmentId),
    owedNow(db, appointmentId),
  ])
  return {
    isAsked: isCovered && !over.has(visit.status),
    said,
    owed,
    can: { choose: roleMay(ctx.actor.role, 'appointment.book') },
  }
}
