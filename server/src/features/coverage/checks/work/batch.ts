import { missingForQuestion, readAnswers } from '@foyer/coverage'
import { tellIn } from '../../../../platform/events/tell.ts'
import type { Exchanged, Hop, NotExchanged } from '../../../../platform/ports/payer-exchange.ts'
import { type Connection, LIMIT_MS, lineOf, nextControlNumber } from '../../directory/index.ts'
import { checkChanged } from '../events.ts'
import { acknowledgedIn, askedIn } from './acknowledged.ts'
import type { WorkDeps } from './deps.ts'
import { questionFactsOf } from './facts.ts'
import { GIVE_UP_HOURS } from './limits.ts'
import type { Mailbox } from './mailbox.ts'
import { noteHealth, outgoingOf } from './send.ts'
import { giveUp, settleAnswer, settleProblem, settleRejected } from './settle.ts'
import {
  changeOpenCheck,
  claimBatch,
  type ClaimedRow,
  noteRequest,
  selectByControlNumber,
  selectByTraces,
} from './store.ts'
import { type AskedOf, traceOf, writeRequest } from './write-request.ts'

/** Questions of one batch: what CAQH CORE 154 lets a payer take at once is more. */
const MOST_IN_ONE = 250

interface Ready extends AskedOf {
  readonly row: ClaimedRow
  readonly holderId: string | null
}

/** Puts what waits for a line that takes batches into one and drops it; answers come by `pickUpAnswers`. Says how many went. */
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
    else ready.push({ row, checkId: row.id, facts: question.facts, holderId: question.holderId })
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
  for (const { row, holderId } of ready)
    await noteRequest(db, row.id, {
      request: text,
      control_number: controlNumber,
      trace: traceOf(row.id),
      sent_at,
      subscriber_patient_id: holderId,
    })
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
 * Reads what lies ready. A file is taken away only after every answer in it is stored. In a mailbox, which others may use too,
 * what does not answer questions of this line stays as it lies; over CAQH CORE it is taken, since it would come back for ever.
 * A look that fails half way leaves what it did not settle to the next.
 */
export async function pickUpAnswers(deps: WorkDeps, line: Connection, mailbox: Mailbox): Promise<number> {
  const way = await lineOf(deps.db, deps.keys, line)
  const came = await deps.exchange.pickUp(way, LIMIT_MS, (mark) => mailbox.isNew(mark))
  if (!came.ok) {
    await noteHealth(deps, line.id, came.problem)
    return 0
  }
  // An empty place is looked at again and again and tells only that a line is well again.
  if (came.picked.length > 0 || line.failures > 0) await noteHealth(deps, line.id, 'answered')
  for (const file of came.unread) mailbox.rest(file)
  let read = 0
  const names: string[] = []
  for (const file of came.picked) {
    const { settled, isOurs } = await settleFile(deps, line, file.payload, came.hops)
    read += settled
    if (isOurs || line.kind !== 'sftp') names.push(file.name)
    else mailbox.leave(file)
  }
  mailbox.looked()
  if (names.length > 0) await deps.exchange.taken(way, names, LIMIT_MS)
  return read
}

interface FileSettled {
  /** Questions that came to their end by it. */
  readonly settled: number
  /** All of it is about questions of this line. */
  readonly isOurs: boolean
}

async function settleFile(
  deps: WorkDeps,
  line: Connection,
  payload: Uint8Array,
  hops: readonly Hop[],
): Promise<FileSettled> {
  const answers = readAnswers(payload)
  if (answers.is !== 'answers') return settleAcknowledged(deps, line, payload, hops)
  const traces = answers.sets.flatMap((set) => set.traces)
  const rows = await selectByTraces(deps.db, line.id, traces)
  const response = Buffer.from(payload).toString('latin1')
  let settled = 0
  for (const set of answers.sets) {
    const row = rows.find(({ trace }) => trace !== null && set.traces.includes(trace))
    if (!row) continue
    // A file of hundreds is not kept once for each of its answers.
    const own = answers.sets.length === 1 ? response : segmentsText(set.segments)
    await settleAnswer(deps, row, { set, response: own, hops })
    settled += 1
  }
  return { settled, isOurs: settled === answers.sets.length }
}

/** A file that was rejected, or sets of it, will never be answered: its questions end with the reason. */
async function settleAcknowledged(
  deps: WorkDeps,
  line: Connection,
  payload: Uint8Array,
  hops: readonly Hop[],
): Promise<FileSettled> {
  let settled = 0
  let isOurs = true
  const all = acknowledgedIn(payload)
  for (const one of all ?? []) {
    const rows = await selectByControlNumber(deps.db, line.id, one.controlNumber)
    const asked = askedIn(rows[0]?.request ?? '')
    // Others who use the mailbox count from one as well: it has to be for us, and about what we sent at that minute.
    const isAboutUs = one.receiverId === line.senderId.trim() && (one.stamp === null || one.stamp === asked.stamp)
    if (rows.length === 0 || !isAboutUs) {
      isOurs = false
      continue
    }
    for (const row of rows) {
      const set = asked.setOf.get(row.trace ?? '') ?? ''
      const why = one.rejected ?? one.sets.get(set)
      if (why === undefined) continue
      // Of a file about many only what is said of the own set is kept.
      const response = segmentsText([...one.segments, ...(one.segmentsOf.get(set) ?? [])])
      if (await settleRejected(deps, row, { why, response, hops })) settled += 1
    }
  }
  return { settled, isOurs: all !== null && isOurs }
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
