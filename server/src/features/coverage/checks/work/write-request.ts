import { type QuestionFacts, questionOf } from '@foyer/coverage'
import type { Temporal } from '@foyer/kernel'
import { eligibilityRequest, writeInterchange } from '@foyer/x12'

export interface AskedOf {
  readonly checkId: string
  readonly facts: QuestionFacts
}

export interface RequestStamp {
  readonly senderId: string
  readonly receiverId: string
  readonly usage: 'P' | 'T'
  readonly controlNumber: number
  /** Of whoever asks: nine digits. */
  readonly taxId: string | null
  readonly at: Temporal.Instant
  readonly zone: string
}

/** TRN02 of a question: its id without hyphens, so that an answer finds it however many are asked in one. */
export function traceOf(checkId: string): string {
  return checkId.replaceAll('-', '').toUpperCase()
}

/** TRN03 (X12 data element 509): a 1 before a tax number, a 9 before a number of one's own. */
function originOf(taxId: string | null, senderId: string): string {
  const digits = (taxId ?? '').replaceAll(/\D/g, '')
  return digits.length === 9
    ? `1${digits}`
    : `9${senderId.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase()}`.padEnd(10, '0').slice(0, 10)
}

/** A 270 with a set for each question. Null where one holds what X12 cannot write. */
export function writeRequest(questions: readonly AskedOf[], stamp: RequestStamp): string | null {
  const { senderId, receiverId, usage, controlNumber, taxId, at, zone } = stamp
  const local = at.toZonedDateTimeISO(zone)
  const date = local.toPlainDate().toString()
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  const { text } = writeInterchange({
    senderQualifier: 'ZZ',
    senderId,
    receiverQualifier: 'ZZ',
    receiverId,
    date,
    time,
    controlNumber,
    usage,
    characters: 'basic',
    groups: [
      {
        senderId,
        receiverId,
        controlNumber,
        sets: questions.map(({ checkId, facts }, at0) => ({
          ...eligibilityRequest(
            questionOf(facts, {
              reference: traceOf(checkId),
              date,
              time,
              trace: { number: traceOf(checkId), originId: originOf(taxId, senderId) },
            }),
          ),
          controlNumber: String(at0 + 1).padStart(4, '0'),
        })),
      },
    ],
  })
  return text
}
