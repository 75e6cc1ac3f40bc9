import type { Body, payments, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { takeVisit, type Visit } from '../arrival/index.ts'
import { checkOpen } from '../patients/index.ts'
import type { PracticeBook } from '../practice/index.ts'
import { paymentCollected } from './events.ts'
import { presentPayment, receiptNumber } from './present.ts'
import { insertPayment, nextReceiptNumber } from './store.ts'

type CollectInput = { readonly appointmentId: string } & Body<typeof payments.collectPayment>
type CollectReply = Reply<typeof payments.collectPayment>
type CollectRefusal = Refusal<typeof payments.collectPayment>

/** Cash handed over; who does not say how much was given the amount itself. */
function tenderedOf({ method, tenderedCents, amountCents }: CollectInput): number | null {
  return method === 'cash' ? (tenderedCents ?? amountCents) : null
}

/** The first rule that says no. Nothing is due for a visit that does not take place. */
function decide(visit: Visit, input: CollectInput): CollectRefusal | null {
  const { status, copay, facts } = visit
  if (status === 'cancelled' || status === 'no-show') return { reason: 'visit-cancelled' }
  const dueCents = Math.max(0, copay.highCents - facts.paidCents)
  if (input.amountCents > dueCents) return { reason: 'more-than-due', dueCents }
  const missingCents = input.amountCents - (tenderedOf(input) ?? input.amountCents)
  return missingCents > 0 ? { reason: 'not-enough-cash', missingCents } : null
}

export async function collectPayment(
  ctx: Ctx,
  practices: PracticeBook,
  input: CollectInput,
): Promise<Result<CollectReply, CollectRefusal>> {
  const practice = await practices.read(ctx.organization)
  return ctx.tx<CollectReply, CollectRefusal>(async (db) => {
    const visit = await takeVisit(db, practice, input.appointmentId)
    ctx.touch(visit.row.patient_id, input.appointmentId)
    await checkOpen(ctx, db, visit.row.patient_id)
    const refusal = decide(visit, input)
    if (refusal) return refuse(refusal)
    const id = ctx.newId()
    await ctx.tell(db, paymentCollected(id, visit))
    const payment = {
      id,
      receipt_number: receiptNumber(await nextReceiptNumber(db)),
      patient_id: visit.row.patient_id,
      appointment_id: visit.row.id,
      amount_cents: input.amountCents,
      method: input.method,
      tendered_cents: tenderedOf(input),
      card_last4: input.method === 'card' ? input.cardLast4 : null,
      collected_by: ctx.actor.staffId,
      collected_by_name: ctx.actor.name,
      collected_at: ctx.now.toString(),
      voided_at: null,
    }
    await insertPayment(db, payment)
    return ok(presentPayment(payment))
  })
}
