import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { cents, id, instant, text } from './shapes.ts'

export const paymentShape = z.object({
  id,
  receiptNumber: z.string(),
  amountCents: cents,
  method: z.enum(['cash', 'card']),
  /** Cash handed over and given back; null for a card. */
  tenderedCents: cents.nullable(),
  changeCents: cents.nullable(),
  collectedAt: instant,
})

export const collectPayment = endpoint({
  method: 'POST',
  path: '/api/appointments/:appointmentId/payments',
  summary: 'Record a copay collected at the desk',
  access: 'payment.collect',
  audit: 'payment.collect',
  params: z.object({ appointmentId: id }),
  body: z.object({
    amountCents: cents.min(1).max(100_000_00),
    method: z.enum(['cash', 'card']),
    tenderedCents: cents.min(0).nullable().default(null),
    /** Last four digits of the card, as printed on the terminal's slip. */
    cardLast4: z
      .string()
      .regex(/^\d{4}$/)
      .nullable()
      .default(null),
  }),
  reply: paymentShape,
  refusals: {
    'more-than-due': z.object({ dueCents: cents }),
    'not-enough-cash': z.object({ missingCents: cents }),
    'visit-cancelled': z.object({}),
  },
})

export const voidPayment = endpoint({
  method: 'POST',
  path: '/api/payments/:paymentId/void',
  summary: 'Void a payment recorded by mistake; it stays in the ledger with the reason',
  access: 'payment.void',
  audit: 'payment.void',
  params: z.object({ paymentId: id }),
  body: z.object({ reason: text(200) }),
  reply: paymentShape,
  refusals: { 'already-void': z.object({}) },
})

export const readReceipt = endpoint({
  method: 'GET',
  path: '/api/payments/:paymentId/receipt',
  summary: 'The receipt as PDF, in the language asked for',
  access: 'payment.read',
  audit: 'receipt.read',
  params: z.object({ paymentId: id }),
  query: z.object({ language: z.enum(['en', 'es']).default('en') }),
  media: 'application/pdf',
  reply: z.unknown(),
})
