import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { id, instant } from './shapes.ts'

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
  /** `kept`: no mail server is set up, so nothing left the building. */
  state: z.enum(['waiting', 'sent', 'kept', 'failed']),
  createdAt: instant,
  sentAt: instant.nullable(),
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
