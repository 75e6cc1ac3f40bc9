import type { AnswerOutcome } from './outcome.ts'

/**
 * How a policy stands for a coming visit. `changed`: the payer says now something else that matters; `not-covered`: the plan
 * holds and does not pay for what the visit is.
 */
export type PolicyVerification = 'verified' | 'not-covered' | 'changed' | 'failed' | 'asking' | 'never-asked'
/** How the visit stands by all policies that it goes to. */
export type Verification = PolicyVerification | 'no-coverage'

export interface AskedOfVisit {
  readonly state: 'waiting' | 'sent' | 'answered' | 'failed'
  readonly outcome: AnswerOutcome | null
  readonly serviceDate: string
  /** The plan by name, as far as it was said. */
  readonly plan: string | null
}

/**
 * By the newest question about a policy, and the one before it. An active plan is verified for the month
 * it was asked about; one that was active and is not, or goes by another name, has changed.
 *
 * @param isNotCovered what was answered of the visit, or of one of its kind, is that the plan does not pay for it
 */
export function verificationOf(
  visitDate: string,
  newest: AskedOfVisit | null,
  before: AskedOfVisit | null,
  isNotCovered = false,
): PolicyVerification {
  if (newest === null) return 'never-asked'
  if (newest.state === 'waiting' || newest.state === 'sent') return 'asking'
  if (newest.state === 'failed') return 'failed'
  const wasActive = before?.state === 'answered' && before.outcome === 'active'
  if (newest.outcome === 'active') {
    if (newest.serviceDate.slice(0, 7) !== visitDate.slice(0, 7)) return 'never-asked'
    if (isNotCovered) return 'not-covered'
    return wasActive && before.plan !== null && newest.plan !== null && before.plan !== newest.plan
      ? 'changed'
      : 'verified'
  }
  if (newest.outcome === 'inactive') return 'changed'
  return 'failed'
}

/** What needs a person before what goes by itself. */
const mostInNeed: readonly PolicyVerification[] = [
  'not-covered',
  'changed',
  'failed',
  'never-asked',
  'asking',
  'verified',
]

/** A visit stands as the policy of it that most needs somebody: it is verified only where every one is. */
export function visitVerification(policies: readonly PolicyVerification[]): Verification {
  return mostInNeed.find((state) => policies.includes(state)) ?? 'no-coverage'
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
