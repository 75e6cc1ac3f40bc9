import { type AnswerOutcome, verificationOf } from '@foyer/coverage'
import { dateAt, Temporal } from '@foyer/kernel'
import type { CopaySaid, PayerAnswer } from '@foyer/readiness'

export interface AnswerRow {
  readonly service_date: string
  readonly appointment_id: string | null
  /** Of the visit that was asked about. */
  readonly visit_type_id: string | null
  readonly outcome: string | null
  readonly answered_at: string | null
  readonly copay_said: unknown
  readonly is_sandbox: boolean
  /** By whom the coverage was last looked at: `payer` where that is an answer. */
  readonly checked_source: string | null
}

export interface VisitDay {
  readonly appointmentId: string
  readonly visitTypeId: string
  /** Civil date of the visit. */
  readonly date: string
  readonly timeZone: string
}

/**
 * The answer that holds for a visit: of those about its month the one that was asked for last, good where the list of coming
 * visits counts it as good (`verificationOf`), so that a visit of a series is not asked about anew every week. Its copay is
 * what was said of this visit or of another of its kind. Whoever looked at the coverage after the payer said no knows better; of a
 * plan that does not pay for the visit only somebody at the desk does.
 *
 * @param rows asked for last first, none that was turned away @param checkedAt when the coverage was last looked at, by a person or an answer
 */
export function answerFor(
  rows: readonly AnswerRow[],
  { appointmentId, visitTypeId, date, timeZone }: VisitDay,
  checkedAt: string | null,
): PayerAnswer | null {
  const ofMonth = rows.filter((row) => row.service_date.slice(0, 7) === date.slice(0, 7))
  const [last] = ofMonth
  if (!last?.answered_at) return null
  const at = Temporal.Instant.from(last.answered_at)
  const isOvertaken = checkedAt !== null && Temporal.Instant.compare(checkedAt, at) > 0
  const isGood = verificationOf(date, asListed(last), null) === 'verified'
  const priced = ofMonth.find(
    (row) => row.outcome === 'active' && (row.appointment_id === appointmentId || row.visit_type_id === visitTypeId),
  )
  // Written by nobody but the settling of an answer.
  const copay = (priced?.copay_said ?? null) as CopaySaid | null
  const isLookedAt = isOvertaken && last.checked_source !== 'payer'
  const isNotCovered = isGood && copay?.isNotCovered === true
  return {
    says: isNotCovered
      ? isLookedAt
        ? 'unclear'
        : 'not-covered'
      : isGood
        ? 'active'
        : last.outcome === 'inactive' && !isOvertaken
          ? 'inactive'
          : 'unclear',
    on: dateAt(at, timeZone),
    copay,
    isMadeUp: last.is_sandbox || (priced?.is_sandbox ?? false),
  }
}

/** As the list of coming visits has it. */
function asListed({ outcome, service_date: serviceDate }: AnswerRow): Parameters<typeof verificationOf>[1] {
  // The check of the column lets in only these.
  return { state: 'answered', outcome: outcome as AnswerOutcome | null, serviceDate, plan: null }
}
