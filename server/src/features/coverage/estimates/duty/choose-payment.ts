import type { estimates, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import { staffOf } from '../../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import type { Input } from '../../../../platform/http/route.ts'
import { checkOpen } from '../../../patients/index.ts'
import type { PracticeBook } from '../../../practice/index.ts'
import { findVisit } from '../store.ts'
import { owedNow } from './owed-now.ts'
import { settleDuty } from './settle-duty.ts'
import { saveChoice } from './store.ts'

type Spec = typeof estimates.choosePayment

/** Whoever books asks whether a plan is to be used (45 CFR 149.610(b)(1)(i) and (ii)). The last word counts. */
export async function choosePayment(
  ctx: Ctx,
  practices: PracticeBook,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, never>> {
  const { appointmentId } = params
  const { pays } = body
  const practice = await practices.read(ctx.organization)
  return ctx.tx(async (db) => {
    const visit = await findVisit(db, appointmentId)
    if (!visit) throw new Problem('not-found')
    ctx.touch(visit.patient_id, appointmentId)
    await checkOpen(ctx, db, visit.patient_id)
    await saveChoice(db, {
      appointment_id: appointmentId,
      pays,
      said_at: ctx.now.toString(),
      recorded_by: staffOf(ctx.actor),
    })
    await settleDuty(db, appointmentId, {
      practice,
      now: ctx.now,
      newId: () => ctx.newId(),
      tell: (tx, event) => ctx.tell(tx, event),
      isNewlyAgreed: true,
    })
    return ok({ pays, owed: await owedNow(db, appointmentId) })
  })
}
