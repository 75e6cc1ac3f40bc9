import { createHash } from 'node:crypto'
import type { ExchangeProblem, Outgoing, PayerLine } from '../../platform/ports/payer-exchange.ts'

/**
 * The metadata that go with every payload (CAQH CORE Connectivity Rule vC2.2.0, 4.4.2). Both of its envelopes, MIME
 * multipart and SOAP, carry the same fields.
 */
export type CoreFields = Readonly<Record<string, string>>

export const coreVersion = '2.2.0'

type Purpose = 'RealTime' | 'Batch'

function common({ senderId, receiverId }: PayerLine, id: string, at: string): Record<string, string> {
  return { PayloadID: id, TimeStamp: at, SenderID: senderId, ReceiverID: receiverId, CORERuleVersion: coreVersion }
}

export function requestFields(line: PayerLine, outgoing: Outgoing, mode: Purpose): CoreFields {
  const { transaction, guide, id, at, bytes } = outgoing
  return {
    PayloadType: `X12_${transaction}_Request_${guide}`,
    ProcessingMode: mode,
    ...(mode === 'Batch'
      ? // SHA-1 is what the rule names; it tells a broken transfer, TLS protects the data.
        { PayloadLength: String(bytes.byteLength), CheckSum: createHash('sha1').update(bytes).digest('hex') }
      : {}),
    ...common(line, id, at),
  }
}

/** Asks for the answers to batches that lie ready, and says that they were received. */
export function pickUpFields(line: PayerLine, transaction: string, id: string, at: string): CoreFields {
  return {
    PayloadType: `X12_005010_Request_Batch_Results_${transaction}`,
    ProcessingMode: 'Batch',
    ...common(line, id, at),
  }
}

/** What a field `ErrorCode` says of a message, other than `Success` (rule vC2.2.0, 4.3.3.2). */
export function coreProblem(code: string): { readonly problem: ExchangeProblem; readonly detail: string } | null {
  if (code === '' || code === 'Success') return null
  // Codes are one word; anything else is not quoted.
  const known = /^[A-Za-z]{3,60}$/.test(code) ? code : 'unreadable'
  const isBusy = known === 'Receiver' || known === 'ServerBusy'
  return { problem: isBusy ? 'down' : 'refused-us', detail: `CORE ${known}` }
}
