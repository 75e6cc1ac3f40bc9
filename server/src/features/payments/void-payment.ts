import type { payments, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { readVisit } from '../arrival/index.ts'
import { checkOpen } from '../patients/index.ts'
import type { PracticeBook } from '../practice/index.ts'
import { paymentVoided } from './events.ts'
import { presentPayment } from './present.ts'
import { markVoid, takePayment } from './store.ts'

type VoidReply = Reply<typeof payments.voidPayment>
type VoidRefusal = Refusal<typeof payments.voidPayment>

export async function voidPayment(
  ctx: Ctx,
  practices: PracticeBook,
  { paymentId, reason }: { readonly paymentId: string; readonly reason: string },
): Promise<Result<VoidReply, VoidRefusal>> {
  const practice = await practices.read(ctx.organization)
  ctx.because(reason)
  return ctx.tx<VoidReply, VoidRefusal>(async (db) => {
    const payment = await takePayment(db, paymentId)
    if (!payment) throw new Problem('not-found')
    ctx.touch(payment.patient_id, paymentId)
    await checkOpen(ctx, db, payment.patient_id)
    if (payment.voided_at !== null) return refuse({ reason: 'already-void' })
    await markVoid(db, paymentId, { at: ctx.now.toString(), byName: ctx.actor.name, reason })
    const visit = await readVisit(db, practice, payment.appointment_id)
    await ctx.tell(db, paymentVoided(paymentId, visit))
    return ok(presentPayment(payment))
  })
}
