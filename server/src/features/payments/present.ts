import type { payments, Reply } from '@foyer/contract'
import type { PaymentRow } from './store.ts'

type Payment = Reply<typeof payments.collectPayment>

export function presentPayment(row: PaymentRow): Payment {
  const cash = row.method === 'cash'
  return {
    id: row.id,
    receiptNumber: row.receipt_number,
    amountCents: row.amount_cents,
    method: cash ? 'cash' : 'card',
    tenderedCents: cash ? row.tendered_cents : null,
    changeCents: cash && row.tendered_cents !== null ? row.tendered_cents - row.amount_cents : null,
    collectedAt: row.collected_at,
  }
}

/** `R-000123`; the number of digits grows after the millionth. */
export function receiptNumber(value: number): string {
  return `R-${String(value).padStart(6, '0')}`
}
