import { missingForQuestion, readAnswers } from '@foyer/coverage'
import { tellIn } from '../../../../platform/events/tell.ts'
import type { Exchanged, NotExchanged } from '../../../../platform/ports/payer-exchange.ts'
import { type Connection, LIMIT_MS, lineOf, nextControlNumber } from '../../directory/index.ts'
import { checkChanged } from '../events.ts'
import type { WorkDeps } from './deps.ts'
import { questionFactsOf } from './facts.ts'
import { GIVE_UP_HOURS } from './limits.ts'
import { noteHealth, outgoingOf } from './send.ts'
import { giveUp, settleAnswer, settleProblem } from './settle.ts'
import { changeOpenCheck, claimBatch, type ClaimedRow, noteRequest, selectByTraces } from './store.ts'
import { type AskedOf, traceOf, writeRequest } from './write-request.ts'

/** Questions of one file: what CAQH CORE 154 lets a payer take at once is more. */
const MOST_IN_ONE = 250

interface Ready extends AskedOf {
  readonly row: ClaimedRow
}

/** Puts what waits for a line of files into one and drops it; answers come by `pickUpAnswers`. Says how many went. */
export async function sendBatch(deps: WorkDeps, line: Connection): Promise<number> {
  const { db } = deps
  const rows = await claimBatch(db, line.id, deps.now().toString(), MOST_IN_ONE)
  const ready: Ready[] = []
  let taxId: string | null = null
  for (const row of rows) {
    const question = await questionFactsOf(db, row)
    if (typeof question === 'string') {
      await giveUp(deps, row, question)
      continue
    }
    const missing = missingForQuestion(question.facts)
    taxId ??= question.taxId
    if (missing.length > 0) await giveUp(deps, row, 'incomplete', missing)
    else ready.push({ row, checkId: row.id, facts: question.facts })
  }
  if (ready.length === 0) return 0
  await drop(deps, line, ready, taxId)
  return ready.length
}

async function drop(deps: WorkDeps, line: Connection, ready: readonly Ready[], taxId: string | null): Promise<void> {
  const { db } = deps
  const controlNumber = await nextControlNumber(db, line.id)
  const stamp = {
    senderId: line.senderId,
    receiverId: line.receiverId,
    usage: line.usage,
    controlNumber,
    taxId,
    at: deps.now(),
    zone: deps.zone,
  }
  const text = writeRequest(ready, stamp)
  if (text === null) {
    // One that cannot be written must not hold up the others: each is written alone to find it.
    const writable = ready.filter((one) => writeRequest([one], stamp) !== null)
    for (const { row } of ready.filter((one) => !writable.includes(one)))
      await giveUp(deps, row, 'incomplete', ['name'])
    if (writable.length > 0 && writable.length < ready.length) await drop(deps, line, writable, taxId)
    return
  }
  const sent_at = deps.now().toString()
  for (const { row } of ready)
    await noteRequest(db, row.id, { request: text, control_number: controlNumber, trace: traceOf(row.id), sent_at })
  const way = await lineOf(db, deps.keys, line)
  const dropped = await deps.exchange.drop(way, outgoingOf(deps, text), LIMIT_MS)
  const retryAt = await noteHealth(deps, line.id, dropped.ok ? 'answered' : dropped.problem)
  for (const { row } of ready) await noteDropped(deps, row, dropped, retryAt)
}

async function noteDropped(
  deps: WorkDeps,
  row: ClaimedRow,
  dropped: Exchanged | NotExchanged,
  retryAt: string | null,
): Promise<void> {
  if (!dropped.ok) return settleProblem(deps, row, dropped.problem, dropped.hops, retryAt)
  const next_attempt_at = deps.now().add({ hours: GIVE_UP_HOURS }).toString()
  const hops = dropped.hops.map((hop) => ({ ...hop, at: deps.now().toString() }))
  if (await changeOpenCheck(deps.db, row.id, { state: 'sent', failure: null, next_attempt_at }, hops))
    await tellIn(deps.db, deps.now().toString(), checkChanged(row.id, row.patient_id))
}

/**
 * Reads what lies ready. A file is taken away only after every answer in it is stored; one that nobody here can read, or
 * that answers nothing of ours, is taken too: it would come back for ever.
 */
export async function pickUpAnswers(deps: WorkDeps, line: Connection): Promise<number> {
  const way = await lineOf(deps.db, deps.keys, line)
  const came = await deps.exchange.pickUp(way, LIMIT_MS)
  if (!came.ok) {
    await noteHealth(deps, line.id, came.problem)
    return 0
  }
  // An empty folder is looked at every few seconds and tells only that a line is well again.
  if (came.picked.length > 0 || line.failures > 0) await noteHealth(deps, line.id, 'answered')
  let read = 0
  for (const { payload } of came.picked) {
    const answers = readAnswers(payload)
    if (answers.is !== 'answers') continue
    const traces = answers.sets.flatMap((set) => set.traces)
    const rows = await selectByTraces(deps.db, line.id, traces)
    const response = Buffer.from(payload).toString('latin1')
    for (const set of answers.sets) {
      const row = rows.find(({ trace }) => trace !== null && set.traces.includes(trace))
      if (!row) continue
      // A file of hundreds is not kept once for each of its answers.
      const own = answers.sets.length === 1 ? response : segmentsText(set.segments)
      await settleAnswer(deps, row, { set, response: own, hops: came.hops })
      read += 1
    }
  }
  const names = came.picked.map(({ name }) => name)
  if (names.length > 0) await deps.exchange.taken(way, names, LIMIT_MS)
  return read
}

/** One set alone, with the usual delimiters. */
function segmentsText(
  segments: readonly { readonly tag: string; readonly size: number; text(element: number): string }[],
): string {
  return segments
    .map((segment) => [segment.tag, ...Array.from({ length: segment.size }, (_, at) => segment.text(at + 1))].join('*'))
    .join('~')
    .concat('~')
}
