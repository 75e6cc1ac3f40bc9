import { randomUUID } from 'node:crypto'
import type {
  Exchanged,
  NotExchanged,
  Outgoing,
  PayerExchange,
  PayerLine,
  PickedUp,
} from '../../platform/ports/payer-exchange.ts'
import { pickUpFields, requestFields } from './core-envelope.ts'
import { askMime, sendMime } from './core-mime.ts'
import { askSoap, sendSoap } from './core-soap.ts'
import { askRest } from './rest.ts'
import { dropFile, fileAway, pickUpFiles } from './sftp.ts'

const notOffered = { ok: false, problem: 'refused-us', detail: 'NOT_OFFERED', hops: [] } as const

/** @param now RFC 3339 in UTC */
export function openPayerExchange(now: () => string): PayerExchange {
  /** One batch of answers at a time: each is named by the number it was asked under. */
  async function pickUpBatch(line: PayerLine, limitMs: number): Promise<PickedUp | NotExchanged> {
    const transaction = typeof line.settings['results'] === 'string' ? line.settings['results'] : '271'
    const fields = pickUpFields(line, transaction, randomUUID(), now())
    const answer =
      line.kind === 'core-mime'
        ? await sendMime(line, fields, new Uint8Array(), limitMs)
        : await sendSoap(line, 'BatchResultsRetrievalRequest', fields, null, limitMs)
    if (!answer.ok) return answer
    const { payload, hops } = answer
    const name = answer.fields['PayloadID'] ?? ''
    const picked = payload.byteLength === 0 ? [] : [{ name, mark: name, payload }]
    return { ok: true, picked, unread: [], lying: picked.length, hops }
  }

  async function takenBatch(line: PayerLine, name: string, limitMs: number): Promise<Exchanged | NotExchanged> {
    const fields = { ...pickUpFields(line, '271', name, now()), PayloadType: 'X12_Response_ConfirmReceiptReceived' }
    return line.kind === 'core-mime'
      ? sendMime(line, fields, new Uint8Array(), limitMs)
      : sendSoap(line, 'BatchSubmission', fields, null, limitMs)
  }

  function ask(line: PayerLine, outgoing: Outgoing, limitMs: number): Promise<Exchanged | NotExchanged> {
    if (line.kind === 'core-mime') return askMime(line, outgoing, limitMs)
    if (line.kind === 'core-soap') return askSoap(line, outgoing, limitMs)
    if (line.kind === 'rest') return askRest(line, outgoing, limitMs)
    return Promise.resolve(notOffered)
  }

  function drop(line: PayerLine, outgoing: Outgoing, limitMs: number): Promise<Exchanged | NotExchanged> {
    if (line.kind === 'sftp') return dropFile(line, outgoing, limitMs)
    if (line.kind === 'rest') return Promise.resolve(notOffered)
    const fields = requestFields(line, outgoing, 'Batch')
    return line.kind === 'core-mime'
      ? sendMime(line, fields, outgoing.bytes, limitMs)
      : sendSoap(line, 'BatchSubmission', fields, outgoing.bytes, limitMs)
  }

  function pickUp(
    line: PayerLine,
    limitMs: number,
    isNew: (mark: string) => boolean = () => true,
  ): Promise<PickedUp | NotExchanged> {
    if (line.kind === 'sftp') return pickUpFiles(line, limitMs, isNew)
    return line.kind === 'rest' ? Promise.resolve(notOffered) : pickUpBatch(line, limitMs)
  }

  async function taken(line: PayerLine, names: readonly string[], limitMs: number) {
    if (line.kind === 'sftp') return fileAway(line, names, limitMs)
    let last: Exchanged | NotExchanged = { ok: true, payload: new Uint8Array(), hops: [] }
    for (const name of names) {
      last = await takenBatch(line, name, limitMs)
      if (!last.ok) break
    }
    return last
  }

  return { ask, drop, pickUp, taken }
}
