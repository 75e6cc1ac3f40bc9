import type { AnswerOutcome } from './outcome.ts'

/** How a coming visit stands. `changed`: the payer says now something else that matters. */
export type Verification = 'verified' | 'changed' | 'failed' | 'asking' | 'never-asked' | 'no-coverage'

export interface AskedOfVisit {
  readonly state: 'waiting' | 'sent' | 'answered' | 'failed'
  readonly outcome: AnswerOutcome | null
  readonly serviceDate: string
  /** The plan by name, as far as it was said. */
  readonly plan: string | null
}

/**
 * By the newest question about the policy that pays first, and the one before it. An active plan is verified for the month
 * it was asked about; one that was active and is not, or goes by another name, has changed.
 */
export function verificationOf(
  visitDate: string,
  newest: AskedOfVisit | null,
  before: AskedOfVisit | null,
): Exclude<Verification, 'no-coverage'> {
  if (newest === null) return 'never-asked'
  if (newest.state === 'waiting' || newest.state === 'sent') return 'asking'
  if (newest.state === 'failed') return 'failed'
  const wasActive = before?.state === 'answered' && before.outcome === 'active'
  if (newest.outcome === 'active') {
    if (newest.serviceDate.slice(0, 7) !== visitDate.slice(0, 7)) return 'never-asked'
    return wasActive && before.plan !== null && newest.plan !== null && before.plan !== newest.plan
      ? 'changed'
      : 'verified'
  }
  if (newest.outcome === 'inactive') return 'changed'
  return 'failed'
}

/** Days for which an answer saves asking again. */
const goodForDays = 7

/** Whether a sweep asks about a policy: not where it is asked already, and not where a good answer is young enough. */
export function isToAsk(visitDate: string, newest: AskedOfVisit | null, answeredDaysAgo: number | null): boolean {
  if (newest === null) return true
  if (newest.state === 'waiting' || newest.state === 'sent') return false
  if (newest.state === 'failed' || newest.outcome !== 'active') return true
  if (newest.serviceDate.slice(0, 7) !== visitDate.slice(0, 7)) return true
  return answeredDaysAgo === null || answeredDaysAgo >= goodForDays
}
