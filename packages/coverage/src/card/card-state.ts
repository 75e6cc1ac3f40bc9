import type { AnswerOutcome } from './outcome.ts'

/** A traffic light with words: what the desk can rely on for one policy and one date. */
export interface CardState {
  readonly light: 'ok' | 'warn' | 'bad' | 'quiet'
  readonly because:
    | 'active'
    | 'active-with-questions'
    | 'authorization-required'
    | 'answer-old'
    | 'other-date'
    | 'inactive'
    | 'not-covered'
    | 'ended-here'
    | 'not-found'
    | 'turned-away'
    | 'unclear'
    | 'payer-down'
    | 'failed'
    | 'asking'
    | 'never-asked'
    | 'cannot-ask'
}

/** The newest answer, and whatever was asked after it. */
export interface CardFacts {
  /** Civil date of the visit, or today. */
  readonly on: string
  /** Whether the record itself says that the policy holds on that date. */
  readonly isInForce: boolean
  readonly canAsk: boolean
  readonly answer: {
    readonly outcome: AnswerOutcome
    /** Civil date that it speaks of. */
    readonly serviceDate: string
    readonly hasContradictions: boolean
    readonly needsAuthorization: boolean
    /** The plan holds and does not pay for what the visit is. */
    readonly isNotCovered: boolean
  } | null
  readonly pending: { readonly isDown: boolean } | null
  readonly lastFailed: boolean
}

/** Plans end with months: an answer of another month says nothing certain of this one. */
function isSameMonth(a: string, b: string): boolean {
  return a.slice(0, 7) === b.slice(0, 7)
}

/**
 * An answer goes before a question that is still open or failed: the desk always sees the last thing that is known. Bad
 * news stands whatever its age; good news is only good for its month.
 */
export function cardState({ on, isInForce, canAsk, answer, pending, lastFailed }: CardFacts): CardState {
  if (!isInForce) return { light: 'bad', because: 'ended-here' }
  if (answer) {
    const { outcome, serviceDate, hasContradictions, needsAuthorization, isNotCovered } = answer
    if (outcome === 'inactive') return { light: 'bad', because: 'inactive' }
    if (outcome === 'not-found') return { light: 'bad', because: 'not-found' }
    if (outcome === 'turned-away') return { light: 'warn', because: 'turned-away' }
    if (outcome === 'unclear') return { light: 'warn', because: 'unclear' }
    if (isNotCovered) return { light: 'bad', because: 'not-covered' }
    if (!isSameMonth(serviceDate, on)) return { light: 'warn', because: serviceDate < on ? 'answer-old' : 'other-date' }
    if (needsAuthorization) return { light: 'warn', because: 'authorization-required' }
    if (hasContradictions) return { light: 'warn', because: 'active-with-questions' }
    return { light: 'ok', because: 'active' }
  }
  if (pending) return pending.isDown ? { light: 'warn', because: 'payer-down' } : { light: 'quiet', because: 'asking' }
  if (lastFailed) return { light: 'warn', because: 'failed' }
  return { light: 'quiet', because: canAsk ? 'never-asked' : 'cannot-ask' }
}
