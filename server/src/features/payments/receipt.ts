import { Temporal } from '@foyer/kernel'
import { displayName, formatMrn, formatPhone } from '@foyer/patients'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Media } from '../../platform/http/route.ts'
import { readVisit } from '../arrival/index.ts'
import { checkOpen } from '../patients/index.ts'
import type { PracticeBook } from '../practice/index.ts'
import { paidBefore, receiptLines } from './receipt-lines.ts'
import { drawReceipt } from './receipt-pdf.ts'
import type { ReceiptLanguage } from './receipt-words.ts'
import { selectPayment, selectPaymentsOf } from './store.ts'

/** The least that proves the payment: who, when, how much. Nothing says what the visit was for. */
export async function readReceipt(
  ctx: Ctx,
  practices: PracticeBook,
  { paymentId, language }: { readonly paymentId: string; readonly language: ReceiptLanguage },
): Promise<Media> {
  const payment = await selectPayment(ctx.db, paymentId)
  if (!payment) throw new Problem('not-found')
  ctx.touch(payment.patient_id, paymentId)
  await checkOpen(ctx, ctx.db, payment.patient_id)
  const practice = await practices.read(ctx.organization)
  const [visit, payments] = await Promise.all([
    readVisit(ctx.db, practice, payment.appointment_id),
    selectPaymentsOf(ctx.db, payment.appointment_id),
  ])
  const { row, copay, timeZone } = visit
  const site = practice.sites.get(row.site_id)
  const isVoid = payment.voided_at !== null
  const earlierCents = paidBefore(payment, payments)
  const bytes = await drawReceipt({
    language,
    practiceName: ctx.organization.name,
    siteName: site?.name ?? '',
    address: site?.address ?? null,
    phone: site?.phone ? formatPhone(site.phone) : null,
    receiptNumber: payment.receipt_number,
    at: Temporal.Instant.from(payment.collected_at),
    timeZone,
    patientName: displayName({ given: row.given, family: row.family, suffix: row.suffix ?? undefined }),
    mrn: formatMrn(row.mrn),
    lines: receiptLines({ dueCents: copay.dueCents, earlierCents, amountCents: payment.amount_cents, isVoid }),
    cash:
      payment.tendered_cents === null
        ? null
        : { tenderedCents: payment.tendered_cents, changeCents: payment.tendered_cents - payment.amount_cents },
    cardLast4: payment.card_last4,
    isVoid,
  })
  return { media: 'application/pdf', filename: `receipt-${payment.receipt_number}.pdf`, bytes }
}
