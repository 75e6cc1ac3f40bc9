import type { AnswerOutcome, AskedOfVisit } from '@foyer/coverage'
import { dateAt, daysBetween, Temporal } from '@foyer/kernel'
import { storedAnswer } from '../stored-answer.ts'
import type { NewestRow } from './store.ts'

export function askedOfVisit(row: NewestRow | undefined): AskedOfVisit | null {
  if (!row) return null
  return {
    state: row.state as AskedOfVisit['state'],
    outcome: row.outcome as AnswerOutcome | null,
    serviceDate: row.service_date,
    plan: row.result === null ? null : storedAnswer(row).state.plan,
  }
}

/** It lies with the payer in a batch, over a line that is asked in real time as well: whoever has come need not wait for it. */
export function liesInBatch({ state, way }: NewestRow): boolean {
  return state === 'sent' && way !== 'sftp'
}

/** Of each policy the newest question and the one before it. */
export function byPolicy(rows: readonly NewestRow[]): ReadonlyMap<string, readonly NewestRow[]> {
  return Map.groupBy(
    rows.toSorted((a, b) => a.place - b.place),
    (row) => row.coverage_id ?? '',
  )
}

/** Days since the answer; null where there is none. @param today civil date in the zone */
export function daysSinceAnswer(row: NewestRow | undefined, today: string, zone: string): number | null {
  return row?.answered_at ? daysBetween(dateAt(Temporal.Instant.from(row.answered_at), zone), today) : null
}
