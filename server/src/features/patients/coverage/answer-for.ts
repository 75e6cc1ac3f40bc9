import { dateAt, Temporal } from '@foyer/kernel'
import type { CopaySaid, PayerAnswer } from '@foyer/readiness'

export interface AnswerRow {
  readonly service_date: string
  readonly appointment_id: string | null
  readonly outcome: string | null
  readonly answered_at: string | null
  readonly copay_said: unknown
  readonly is_sandbox: boolean
}

export interface VisitDay {
  readonly appointmentId: string
  /** Civil date of the visit. */
  readonly date: string
  readonly timeZone: string
}

/**
 * The answer that holds for a visit: the newest about its date, with the copay that was said when this visit was asked about.
 * Whoever looked at the coverage after the payer said no knows better than it.
 *
 * @param rows the newest first @param checkedAt when the coverage was last looked at, by a person or an answer
 */
export function answerFor(
  rows: readonly AnswerRow[],
  { appointmentId, date, timeZone }: VisitDay,
  checkedAt: string | null,
): PayerAnswer | null {
  const ofDay = rows.filter((row) => row.service_date === date)
  const [newest] = ofDay
  if (!newest?.answered_at) return null
  const at = Temporal.Instant.from(newest.answered_at)
  const isOvertaken = checkedAt !== null && Temporal.Instant.compare(checkedAt, at) > 0
  const own = ofDay.find((row) => row.appointment_id === appointmentId)
  return {
    says:
      newest.outcome === 'active' ? 'active' : newest.outcome === 'inactive' && !isOvertaken ? 'inactive' : 'unclear',
    on: dateAt(at, timeZone),
    // Written by nobody but the settling of an answer.
    copay: (own?.copay_said ?? null) as CopaySaid | null,
    isMadeUp: newest.is_sandbox || (own?.is_sandbox ?? false),
  }
}
