/** One line of the table; a sum follows what stands above it. */
export interface ReceiptLine {
  readonly code: 'due' | 'earlier' | 'this' | 'void' | 'left' | 'credit'
  /** What the line adds: due counts up, what was paid counts down. */
  readonly cents: number
}

/**
 * What is due, what was paid for it before and now, and what is left. The last line is the sum of the others, so that a
 * receipt always adds up; where more was paid than is due (the plan was corrected afterwards) it is a credit, below
 * zero. A void payment stands there and is taken back on the next line.
 *
 * @param facts whole cents; `earlierCents` counts only payments that are not void
 */
export function receiptLines(facts: {
  readonly dueCents: number
  readonly earlierCents: number
  readonly amountCents: number
  readonly isVoid: boolean
}): readonly ReceiptLine[] {
  const { dueCents, earlierCents, amountCents, isVoid } = facts
  const lines: readonly ReceiptLine[] = [
    { code: 'due', cents: dueCents },
    ...(earlierCents > 0 ? [{ code: 'earlier', cents: -earlierCents } as const] : []),
    { code: 'this', cents: -amountCents },
    ...(isVoid ? [{ code: 'void', cents: amountCents } as const] : []),
  ]
  const left = lines.reduce((sum, line) => sum + line.cents, 0)
  return [...lines, { code: left < 0 ? 'credit' : 'left', cents: left }]
}

interface Paid {
  readonly receipt_number: string
  readonly amount_cents: number
  readonly voided_at: string | null
}

/** The order in which payments were taken: by the number in `R-000123`, which rises without gaps. */
function numberIn(receipt: string): number {
  return Number(receipt.replace(/^R-/, ''))
}

/** What was paid before this payment and is not void. @param payments those of the visit, in any order */
export function paidBefore(payment: Paid, payments: readonly Paid[]): number {
  return payments
    .filter((one) => one.voided_at === null && numberIn(one.receipt_number) < numberIn(payment.receipt_number))
    .reduce((sum, one) => sum + one.amount_cents, 0)
}
