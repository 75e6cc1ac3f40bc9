import {
  type AnswerOutcome,
  type Answers,
  type Eligibility,
  mayAnswerLater,
  outcomeOf,
  readEligibilities,
  type AnsweredSet,
} from '@foyer/coverage'
import type { Temporal } from '@foyer/kernel'
import { noteIn } from '../../../../platform/audit/audit-log.ts'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { tellIn } from '../../../../platform/events/tell.ts'
import type { ExchangeProblem, Hop } from '../../../../platform/ports/payer-exchange.ts'
import { backOffSeconds } from '../../directory/index.ts'
import { bySystem } from '../by-system.ts'
import { copayToKeep } from '../copay/copay-to-keep.ts'
import { checkChanged } from '../events.ts'
import { proposeDifferences } from '../proposing/propose-differences.ts'
import { MOST_TRIES } from './limits.ts'
import { changeOpenCheck, type CheckChange, type ClaimedRow, setLastCheck } from './store.ts'
import type { WorkDeps } from './deps.ts'

type Settling = Pick<WorkDeps, 'db' | 'now' | 'newId'>

export interface Came {
  readonly set: AnsweredSet
  readonly response: string
  readonly hops: readonly Hop[]
}

function hopsAt(hops: readonly Hop[], now: Temporal.Instant): readonly object[] {
  return hops.map((hop) => ({ ...hop, at: now.toString() }))
}

/** Whoever of the set the question was about. */
function ofQuestion(row: ClaimedRow, set: AnsweredSet): Eligibility | null {
  const asked = { serviceDate: row.service_date, serviceTypes: row.service_types }
  const all = readEligibilities(set.segments, asked)
  return all.find(({ traces }) => row.trace !== null && traces.includes(row.trace)) ?? all[0] ?? null
}

function answerNoted(row: ClaimedRow, at: string, outcome: 'ok' | 'fault') {
  return bySystem(at, 'eligibility.answer', { subjectId: row.id, patients: row.patient_id, outcome })
}

/** Says whether it was still open. */
async function close(deps: Settling, row: ClaimedRow, change: CheckChange, hops: readonly object[]): Promise<boolean> {
  return inTransaction(deps.db, async (db) => {
    if (!(await changeOpenCheck(db, row.id, change, hops))) return false
    const at = deps.now().toString()
    await tellIn(db, at, checkChanged(row.id, row.patient_id))
    if (change.state === 'failed') await noteIn(db, [answerNoted(row, at, 'fault')])
    return true
  })
}

/** An answer is read, kept whole, and stands on the card; where it says that it could not answer yet, it is asked again. */
export async function settleAnswer(deps: Settling, row: ClaimedRow, { set, response, hops }: Came): Promise<void> {
  const now = deps.now()
  const found = ofQuestion(row, set)
  if (found === null) return settleProblem(deps, row, 'not-understood', hops)
  const outcome = outcomeOf(found)
  if (outcome === 'turned-away' && mayAnswerLater(found) && row.attempts < MOST_TRIES) {
    const next_attempt_at = now.add({ seconds: backOffSeconds(row.attempts) }).toString()
    const later = { state: 'waiting', failure: 'payer-down', next_attempt_at, response } as const
    await close(deps, row, later, hopsAt(hops, now))
    return
  }
  const answered = {
    state: 'answered',
    outcome,
    failure: null,
    next_attempt_at: null,
    answered_at: now.toString(),
    response,
    result: JSON.stringify(found),
    copay_said: outcome === 'active' ? await copayToKeep(deps.db, row, found) : null,
  }
  await inTransaction(deps.db, async (db) => {
    if (!(await changeOpenCheck(db, row.id, answered, hopsAt(hops, now)))) return
    // Being turned away takes the place of no answer.
    if (outcome !== 'turned-away') await stand(deps, db, row, found, outcome)
    await tellIn(db, now.toString(), checkChanged(row.id, row.patient_id))
    await noteIn(db, [answerNoted(row, now.toString(), 'ok')])
  })
}

async function stand(
  deps: Settling,
  db: Db,
  row: ClaimedRow,
  found: Eligibility,
  outcome: AnswerOutcome,
): Promise<void> {
  if (row.coverage_id === null) return
  const at = deps.now().toString()
  const by = found.payer?.name ?? ''
  const stands = await setLastCheck(db, row.coverage_id, row, outcome === 'active' ? { at, by } : null)
  if (stands && outcome !== 'not-found') await proposeDifferences(db, deps, row, found, outcome)
}

/** Asked again later where that may help, else ended with its reason. */
export async function settleProblem(
  deps: Settling,
  row: ClaimedRow,
  problem: ExchangeProblem,
  hops: readonly Hop[],
  retryAt: string | null = null,
): Promise<void> {
  const now = deps.now()
  const noted = hopsAt(hops, now)
  if (problem === 'down') {
    // A line that is down used up no try of this question.
    const attempts = Math.max(0, row.attempts - 1)
    const next = retryAt ?? now.add({ seconds: backOffSeconds(1) }).toString()
    await close(deps, row, { state: 'waiting', failure: 'payer-down', attempts, next_attempt_at: next }, noted)
    return
  }
  if (problem === 'refused-us' || row.attempts >= MOST_TRIES) return end(deps, row, problem, noted)
  const next_attempt_at = now.add({ seconds: backOffSeconds(row.attempts) }).toString()
  await close(deps, row, { state: 'waiting', failure: problem, next_attempt_at }, noted)
}

async function end(deps: Settling, row: ClaimedRow, failure: string, hops: readonly object[]): Promise<void> {
  const answered_at = deps.now().toString()
  await close(deps, row, { state: 'failed', failure, next_attempt_at: null, answered_at }, hops)
}

/** The file it was in was turned away: it is never answered, and asking the same again changes nothing. Says whether it was open. */
export async function settleRejected(
  deps: Settling,
  row: ClaimedRow,
  { why, response, hops }: { readonly why: string; readonly response: string; readonly hops: readonly Hop[] },
): Promise<boolean> {
  const answered_at = deps.now().toString()
  const change = { state: 'failed', failure: 'file-rejected', failure_note: why, next_attempt_at: null, answered_at }
  return close(deps, row, { ...change, response }, hopsAt(hops, deps.now()))
}

/** Ends a question that nobody waits for any more, or that cannot be written. */
export async function giveUp(deps: Settling, row: ClaimedRow, failure: string, missing: readonly string[] = []) {
  const answered_at = deps.now().toString()
  await close(deps, row, { state: 'failed', failure, missing: [...missing], next_attempt_at: null, answered_at }, [])
}

/** The set that answers a question among what came back; null where none does. */
export function setFor(answers: Answers, trace: string): AnsweredSet | null {
  if (answers.is !== 'answers') return null
  return answers.sets.find(({ traces }) => traces.includes(trace)) ?? null
}
