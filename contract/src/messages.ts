import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { reachNote } from './relatives.ts'
import { done, id, instant, language, patientLine, timeZone } from './shapes.ts'

const messageLine = z.object({
  id,
  patientId: id,
  /** About somebody whose record the caller may not open: name, address and subject are left out. */
  restricted: z.boolean(),
  patientName: z.string(),
  to: z.string(),
  /** Who is written to in the patient's place; null: the patient. */
  reader: z.string().nullable(),
  subject: z.string(),
  language: z.string(),
  /**
   * `kept`: no mail server is set up, so nothing left the building. `told`: no message could go, and somebody of the desk
   * told it.
   */
  state: z.enum(['waiting', 'sent', 'kept', 'failed', 'told']),
  createdAt: instant,
  sentAt: instant.nullable(),
  /** When somebody of the desk told it. */
  toldAt: instant.nullable(),
  problem: z.string().nullable(),
})

export const listMessages = endpoint({
  method: 'GET',
  path: '/api/messages',
  summary: 'Outgoing messages, newest first',
  access: 'message.read',
  audit: 'message.list',
  query: z.object({ before: z.string().max(40).optional() }),
  reply: z.object({
    /** Whether a mail server is configured; where it is not, messages are kept here and go nowhere. */
    mailServer: z.boolean(),
    messages: z.array(messageLine),
    before: z.string().nullable(),
  }),
})

export const readMessage = endpoint({
  method: 'GET',
  path: '/api/messages/:messageId',
  summary: 'One outgoing message whole',
  access: 'message.read',
  audit: 'message.read',
  params: z.object({ messageId: id }),
  reply: messageLine.extend({ text: z.string(), calendar: z.string().nullable() }),
})

export const listUntold = endpoint({
  method: 'GET',
  path: '/api/messages/untold',
  summary: 'What no message could tell, for the desk to call or write a letter: the next visit first',
  access: 'message.read',
  audit: 'message.list-untold',
  auditOnlyPatients: true,
  reply: z.object({
    untold: z.array(
      z.object({
        messageId: id,
        since: instant,
        /** When the visit is that it speaks of. */
        start: instant.nullable(),
        timeZone: timeZone.nullable(),
        /** Null: a record that the caller may not open, and then nothing else is said. */
        patient: patientLine.nullable(),
        /** `not-sent`: an address is allowed, and no mail server took it. */
        reason: z.enum(['deceased', 'no-address', 'wish', 'confidential', 'address-of-other', 'not-sent']).nullable(),
        /** Of the message, in its language. */
        subject: z.string(),
        language,
        /** The number and the address that may be used; both null: when they are here. */
        call: z.string().nullable(),
        letter: z.string().nullable(),
        notes: z.array(reachNote),
      }),
    ),
  }),
})

export const tellByHand = endpoint({
  method: 'PUT',
  path: '/api/messages/:messageId/told',
  summary: 'Note that the desk told what no message could, or that it did not after all',
  access: 'call.answer',
  audit: 'message.tell',
  params: z.object({ messageId: id }),
  body: z.object({ told: z.boolean() }),
  reply: done,
  refusals: {
    /** It was sent, or still may be. */
    'not-for-the-desk': z.object({}),
  },
})
