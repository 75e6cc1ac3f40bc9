import { createHash } from 'node:crypto'
import type { CoreFields } from '../../adapters/payers/core-envelope.ts'
import type { CoreMessage } from '../../adapters/payers/core-mime.ts'
import type { Trouble } from '../cast/policy.ts'
import type { Answering } from './answering.ts'
import type { Batches } from './batches.ts'

export interface CoreReply {
  readonly body: 'RealTimeResponse' | 'BatchSubmissionResponse' | 'BatchResultsRetrievalResponse'
  readonly fields: CoreFields
  readonly text: string
  readonly trouble: Trouble | null
}

export interface CoreDesk {
  readonly answering: Answering
  readonly batches: Batches
  readonly now: () => string
  readonly newId: () => string
}

const required = [
  'PayloadType',
  'ProcessingMode',
  'PayloadID',
  'TimeStamp',
  'SenderID',
  'ReceiverID',
  'CORERuleVersion',
]

const retrievals: Readonly<Record<string, 'results' | 'acknowledgements'>> = {
  X12_005010_Request_Batch_Results_271: 'results',
  X12_999_RetrievalRequest_005010X231A1: 'acknowledgements',
  X12_TA1_RetrievalRequest_00501X231A1: 'acknowledgements',
}

/** What a payer answers to one message of CAQH CORE Connectivity vC2.2.0, whatever its envelope. */
export function answerCore(desk: CoreDesk, { fields, payload }: CoreMessage, envelope: 'mime' | 'soap'): CoreReply {
  const { PayloadType: type = '', ProcessingMode: mode = '', SenderID: sender = '', PayloadID: id = '' } = fields
  const owner = `${sender} ${fields['ReceiverID'] ?? ''}`
  const reply = (body: CoreReply['body'], payloadType: string, text: string, more: CoreFields = {}): CoreReply => ({
    body,
    fields: { ...headOf(desk, fields), PayloadType: payloadType, ErrorCode: 'Success', ErrorMessage: '', ...more },
    text,
    trouble: null,
  })
  const body = mode === 'RealTime' ? 'RealTimeResponse' : 'BatchSubmissionResponse'
  const refuse = (code: string, said: string): CoreReply =>
    reply(body, 'CoreEnvelopeError', '', { ErrorCode: code, ErrorMessage: said })

  const missing = required.find((name) => (fields[name] ?? '') === '')
  if (missing !== undefined) return refuse(`${missing}Required`, `${missing} is missing.`)
  if (fields['CORERuleVersion'] !== '2.2.0') return refuse('VersionMismatch', 'This payer speaks 2.2.0.')

  const lot = retrievals[type]
  if (lot !== undefined) {
    const trouble = desk.answering.control.troubleOf([])
    const ready = desk.batches.ready(owner, lot)
    desk.answering.tell(`core-${envelope} retrieval`, [ready ? lot : 'nothing'])
    const none = lot === 'results' ? 'X12_005010_Response_NoBatchResultsFile' : 'X12_005010_Response_NoBatchAckFile'
    const found = lot === 'results' ? 'X12_005010_Response_Batch_Results_271' : 'X12_999_Response_005010X231A1'
    const more = ready ? { PayloadID: ready.id, ...measures(ready.text) } : {}
    return { ...reply('BatchResultsRetrievalResponse', ready ? found : none, ready?.text ?? '', more), trouble }
  }
  if (type === 'X12_Response_ConfirmReceiptReceived') {
    desk.batches.confirm(owner, id)
    desk.answering.tell(`core-${envelope} confirmation`, ['received'])
    return reply('BatchSubmissionResponse', 'X12_Response_ConfirmReceiptReceived', '')
  }
  if (!type.startsWith('X12_270_Request_')) return refuse('PayloadTypeNotSupported', 'This payer answers 270 alone.')
  if (payload.byteLength === 0) return refuse('PayloadRequired', 'There is no payload.')
  if (mode === 'Batch') {
    const trouble = desk.answering.control.troubleOf([])
    if (trouble) return { ...refuse('Receiver', 'Not now.'), trouble }
    if (!isWhole(fields, payload)) return refuse('ChecksumMismatched', 'It is not what was sent.')
    desk.batches.submit(`core-${envelope} batch`, owner, id, payload)
    return reply('BatchSubmissionResponse', 'X12_BatchReceiptConfirmation', '')
  }
  const { answer, trouble } = desk.answering.inRealTime(`core-${envelope} real-time`, payload)
  if (trouble === 'batch-only') return refuse('ProcessingModeIllegal', 'This plan is asked about by batch.')
  const text = answer.benefits || answer.acknowledgement
  if (text === '') return refuse('PayloadIllegal', 'It is no interchange.')
  const isBenefits = answer.benefits !== ''
  const payloadType = isBenefits ? 'X12_271_Response_005010X279A1' : 'X12_999_Response_005010X231A1'
  return { ...reply('RealTimeResponse', payloadType, text), trouble }
}

function headOf({ now, newId }: CoreDesk, asked: CoreFields): CoreFields {
  return {
    PayloadType: '',
    ProcessingMode: asked['ProcessingMode'] ?? '',
    PayloadID: newId(),
    TimeStamp: now(),
    SenderID: asked['ReceiverID'] ?? '',
    ReceiverID: asked['SenderID'] ?? '',
    CORERuleVersion: '2.2.0',
  }
}

/** SHA-1 is what the rule names; it tells a broken transfer, no more. */
function checkSumOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex')
}

function measures(text: string): CoreFields {
  const bytes = Buffer.from(text)
  return { PayloadLength: String(bytes.byteLength), CheckSum: checkSumOf(bytes) }
}

function isWhole({ PayloadLength: length, CheckSum: sum }: CoreFields, payload: Uint8Array): boolean {
  return length === String(payload.byteLength) && sum?.toLowerCase() === checkSumOf(payload)
}
