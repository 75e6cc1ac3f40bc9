import type { Temporal } from '@foyer/kernel'
import type { ExchangeProblem } from '../../../../platform/ports/payer-exchange.ts'

export type ExchangeOutcome = 'answered' | ExchangeProblem

/** How a line is, by its last exchanges. */
export interface LineHealth {
  /** In a row. */
  readonly failures: number
  readonly downSince: string | null
  /** Not asked before then. */
  readonly retryAt: string | null
}

export const healthy: LineHealth = { failures: 0, downSince: null, retryAt: null }

/** CAQH CORE 156, rule 4.1: a payer answers within 20 seconds; nobody waits longer for any exchange. */
export const LIMIT_MS = 20_000
/** CAQH CORE 156: not again within 90 seconds. */
const leastSeconds = 90
const longestSeconds = 15 * 60
/** Failures in a row after which a line counts as down: one exchange that breaks must not stop a sweep of hundreds. */
const inARow = { down: 2, 'too-slow': 3 } as const
/** More than a column of small numbers needs; the pause has been at its longest for days by then. */
const mostCounted = 1000

/** 90 s, 3 min, 6 min, 12 min, then every quarter of an hour. @param failures in a row, from 1 */
export function backOffSeconds(failures: number): number {
  return Math.min(leastSeconds * 2 ** Math.max(0, failures - 1), longestSeconds)
}

/**
 * What an exchange says of its line: a refusal comes from one that works, nonsense is no sign either way. Of a line that is
 * down only the exchange that was due counts: those that were under way when it fell must not make the pause longer.
 */
export function healthAfter(before: LineHealth, outcome: ExchangeOutcome, now: Temporal.Instant): LineHealth {
  if (outcome === 'answered' || outcome === 'refused-us') return healthy
  if (outcome === 'not-understood') return before
  if (before.retryAt !== null && now.epochMilliseconds < Date.parse(before.retryAt)) return before
  const failures = Math.min(before.failures + 1, mostCounted)
  if (before.downSince === null && failures < inARow[outcome]) return { ...before, failures }
  const retryAt = now.add({ seconds: backOffSeconds(failures) }).toString()
  return { failures, downSince: before.downSince ?? now.toString(), retryAt }
}
