import { missingForQuestion, readAnswers } from '@foyer/coverage'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Exchanged, NotExchanged, Outgoing } from '../../../../platform/ports/payer-exchange.ts'
import { questionFactsOf } from './facts.ts'
import {
  type ExchangeOutcome,
  LIMIT_MS,
  lineOf,
  nextControlNumber,
  noteExchange,
  selectConnection,
} from '../../directory/index.ts'
import type { WorkDeps } from './deps.ts'
import { giveUp, setFor, settleAnswer, settleProblem } from './settle.ts'
import { type ClaimedRow, noteRequest } from './store.ts'
import { traceOf, writeRequest } from './write-request.ts'

export function outgoingOf(deps: WorkDeps, text: string): Outgoing {
  return {
    id: deps.newId(),
    transaction: '270',
    guide: '005010X279A1',
    at: deps.now().toString(),
    bytes: Buffer.from(text, 'latin1'),
  }
}

/** Notes how a line did, and says until when it is not asked. */
export async function noteHealth(
  deps: WorkDeps,
  connectionId: string,
  outcome: ExchangeOutcome,
): Promise<string | null> {
  const after = await inTransaction(deps.db, (db) => noteExchange(db, connectionId, deps.now(), outcome))
  return after?.retryAt ?? null
}

/**
 * Asks one question and settles it. No connection to the database is held while the payer thinks. Never throws for what the
 * other side does.
 */
export async function sendCheck(deps: WorkDeps, row: ClaimedRow): Promise<void> {
  const { db } = deps
  const line = row.connection_id === null ? null : await selectConnection(db, row.connection_id)
  const question = await questionFactsOf(db, row)
  if (typeof question === 'string') return giveUp(deps, row, question)
  if (!line) return giveUp(deps, row, 'not-enrolled')
  const { facts, taxId, holderId } = question
  const missing = missingForQuestion(facts)
  if (missing.length > 0) return giveUp(deps, row, 'incomplete', missing)
  const controlNumber = await nextControlNumber(db, line.id)
  const trace = traceOf(row.id)
  const text = writeRequest([{ checkId: row.id, facts }], {
    senderId: line.senderId,
    receiverId: line.receiverId,
    usage: line.usage,
    controlNumber,
    taxId,
    at: deps.now(),
    zone: deps.zone,
  })
  if (text === null) return giveUp(deps, row, 'incomplete', ['name'])
  const sent_at = deps.now().toString()
  await noteRequest(db, row.id, {
    request: text,
    control_number: controlNumber,
    trace,
    sent_at,
    subscriber_patient_id: holderId,
  })
  const came = await deps.exchange.ask(await lineOf(db, deps.keys, line), outgoingOf(deps, text), LIMIT_MS)
  await receive(deps, { ...row, trace }, line.id, came)
}

async function receive(
  deps: WorkDeps,
  row: ClaimedRow,
  connectionId: string,
  came: Exchanged | NotExchanged,
): Promise<void> {
  if (!came.ok) {
    const retryAt = await noteHealth(deps, connectionId, came.problem)
    return settleProblem(deps, row, came.problem, came.hops, retryAt)
  }
  const answers = readAnswers(came.payload)
  const problem = answers.is === 'turned-away' ? 'refused-us' : 'not-understood'
  const set = setFor(answers, row.trace ?? '')
  // Nonsense, however promptly, is no sign that a line that was down is well.
  await noteHealth(deps, connectionId, set ? 'answered' : 'not-understood')
  if (!set) return settleProblem(deps, row, problem, came.hops)
  const response = Buffer.from(came.payload).toString('latin1')
  await settleAnswer(deps, row, { set, response, hops: came.hops })
}
