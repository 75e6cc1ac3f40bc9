import type { CancellationFacts, CancellationReason, CancelledBy, Notice } from '../cancellation.ts'
import { counted } from './use.ts'

export type Cancellations = {
  readonly cancelled: number
  readonly late: number
  /** Of all visits that would have begun in the period; null where there were none. */
  readonly rate: number | null
  readonly by: Readonly<Partial<Record<CancelledBy, number>>>
  readonly reasons: Readonly<Partial<Record<CancellationReason, number>>>
  readonly notice: Readonly<Partial<Record<Notice, number>>>
  /** Late ones by whom: a practice that cancels late is another matter than a patient who does. */
  readonly lateBy: Readonly<Partial<Record<CancelledBy, number>>>
}

/** @param visits all that would have begun in the period, the cancelled among them */
export function cancellations(rows: readonly CancellationFacts[], visits: number): Cancellations {
  const late = rows.filter(({ isLate }) => isLate)
  return {
    cancelled: rows.length,
    late: late.length,
    rate: visits === 0 ? null : rows.length / visits,
    by: counted(rows, ({ by }) => by),
    reasons: counted(rows, ({ reason }) => reason),
    notice: counted(rows, ({ notice }) => notice),
    lateBy: counted(late, ({ by }) => by),
  }
}
