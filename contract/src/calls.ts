import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { reachNote } from './relatives.ts'
import { done, id, instant, patientLine, text } from './shapes.ts'

export const callShape = z.object({
  id,
  line: z.string(),
  from: z.string(),
  state: z.enum(['ringing', 'answered', 'ended', 'missed']),
  startedAt: instant,
  answeredBy: z.string().nullable(),
  /** Who uses this number, the likeliest first; `via` when it is a relative's. */
  candidates: z.array(
    patientLine.extend({
      via: z.string().nullable(),
      /** What to heed on the phone with them; only of an answered call, and of a record that the caller may open. */
      notes: z.array(reachNote),
    }),
  ),
})

export const postCall = endpoint({
  method: 'POST',
  path: '/api/calls',
  summary: 'A phone system tells: a line rings, was answered, ended. The same externalId is the same call',
  access: 'call.post',
  audit: 'call.post',
  body: z.object({
    externalId: text(120),
    event: z.enum(['ringing', 'answered', 'ended']),
    line: text(40).default('1'),
    from: text(40),
    at: instant.optional(),
  }),
  reply: z.object({ id }),
})

export const listCalls = endpoint({
  method: 'GET',
  path: '/api/calls',
  summary: 'Calls that ring or are being spoken on now, with who it probably is',
  access: 'call.answer',
  audit: 'call.read',
  auditOnlyPatients: true,
  reply: z.object({ calls: z.array(callShape) }),
})

export const answerCall = endpoint({
  method: 'POST',
  path: '/api/calls/:callId/answer',
  summary: 'Take a ringing call',
  access: 'call.answer',
  audit: 'call.answer',
  params: z.object({ callId: id }),
  reply: done,
  refusals: { 'answered-by-other': z.object({ by: z.string() }), 'call-over': z.object({}) },
})

export const endCall = endpoint({
  method: 'POST',
  path: '/api/calls/:callId/end',
  summary: 'Hang up, saying who it was',
  access: 'call.answer',
  audit: 'call.end',
  params: z.object({ callId: id }),
  body: z.object({ patientId: id.nullable().default(null) }),
  reply: done,
})

/** Only where the organization is a demo. */
export const ringDemo = endpoint({
  method: 'POST',
  path: '/api/demo/ring',
  summary: 'Let the demo phone ring from a number',
  access: 'call.answer',
  audit: 'call.post',
  body: z.object({ from: text(40), line: text(40).default('2') }),
  reply: z.object({ id }),
  refusals: { 'not-a-demo': z.object({}) },
})
