import { eligibilityRequest, readInterchanges, writeInterchange } from '@foyer/x12'
import type { BillingProvider } from '../providers/store.ts'
import type { Connection } from './store.ts'

export interface Trial {
  readonly connection: Pick<Connection, 'senderId' | 'receiverId' | 'settings'>
  /** Whom the question goes to: a payer on this connection, else the connection itself. */
  readonly payer: { readonly name: string; readonly knownAs: string }
  /** As whom the practice asks; null where nothing was entered yet. */
  readonly provider: Pick<BillingProvider, 'name' | 'npi'> | null
  readonly controlNumber: number
  /** UTC, `YYYY-MM-DD` and `HH:MM`. */
  readonly date: string
  readonly time: string
}

/** Nobody's: the NPI that the standard gives as its example. */
const exampleNpi = '1234567893'

/**
 * A 270 about somebody who does not exist, marked as a test (ISA15 `T`) whatever the connection is used for: an answer that
 * nobody is known by that name is as good as any.
 */
export function trialQuestion({ connection, payer, provider, controlNumber, date, time }: Trial): Uint8Array | null {
  const { senderId, receiverId, settings } = connection
  const number = String(controlNumber).padStart(9, '0')
  const set = eligibilityRequest({
    reference: number,
    date,
    time,
    payer: { name: payer.name, id: payer.knownAs, idQualifier: 'PI' },
    provider: { name: provider?.name ?? 'PRACTICE', id: provider?.npi ?? exampleNpi, idQualifier: 'XX' },
    subscriber: { family: 'TESTCONNECTION', given: 'FOYER', id: 'TEST000000', birthDate: '1900-01-01' },
    service: { from: date },
    serviceTypes: ['30'],
  })
  const { text } = writeInterchange({
    senderQualifier: settings['senderQualifier'] ?? 'ZZ',
    senderId,
    receiverQualifier: settings['receiverQualifier'] ?? 'ZZ',
    receiverId,
    date,
    time,
    controlNumber,
    usage: 'T',
    groups: [{ senderId, receiverId, controlNumber, sets: [{ ...set, controlNumber: number }] }],
  })
  return text === null ? null : Buffer.from(text)
}

/** What kind of answer it is; null where it is none that X12 knows for a 270. */
export function trialAnswer(payload: Uint8Array): '271' | '999' | 'TA1' | null {
  const { interchanges } = readInterchanges(payload)
  const codes = interchanges.flatMap(({ groups }) => groups.flatMap(({ sets }) => sets.map(({ code }) => code)))
  if (codes.includes('271')) return '271'
  if (codes.includes('999')) return '999'
  return interchanges.some(({ segments }) => segments.some(({ tag }) => tag === 'TA1')) ? 'TA1' : null
}
