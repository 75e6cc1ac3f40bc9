import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, instant, text } from '../shapes.ts'

/** CAQH CORE connectivity in its two envelopes, files over SFTP, JSON over HTTPS. */
export const connectionKind = z.enum(['core-mime', 'core-soap', 'sftp', 'rest'])

/** What a kind asks for besides: names of files and folders, the host's key, fields. Never a secret. */
export const connectionSettings = z.record(z.string().regex(/^[a-zA-Z]{1,40}$/), z.string().max(400))

export const connectionShape = z.object({
  id,
  name: z.string(),
  kind: connectionKind,
  address: z.string(),
  settings: connectionSettings,
  senderId: z.string(),
  receiverId: z.string(),
  /** `T`: what goes there is marked as a test (ISA15). */
  usage: z.enum(['P', 'T']),
  active: z.boolean(),
  /** Its answers are made up. */
  isSandbox: z.boolean(),
  hasSecret: z.boolean(),
  state: z.enum(['answers', 'down', 'never-answered']),
  /** Since when it is down; when it last answered otherwise. Null where it never did. */
  since: instant.nullable(),
  /** When it is asked again after it was down. */
  retryAt: instant.nullable(),
})

const secret = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('password'), user: text(200), password: z.string().min(1).max(400) }),
  z.object({ kind: z.literal('key'), user: text(200), privateKey: z.string().min(1).max(16_000) }),
  z.object({ kind: z.literal('token'), token: z.string().min(1).max(4000) }),
])

const body = z.object({
  name: text(120),
  kind: connectionKind,
  address: text(400),
  settings: connectionSettings.default({}),
  senderId: text(80),
  receiverId: text(80),
  usage: z.enum(['P', 'T']).default('T'),
  active: z.boolean().default(true),
  /** `kept`: as it is; null: none is needed. It is never shown again. */
  secret: z.union([z.literal('kept'), z.null(), secret]).default('kept'),
})

const refusals = {
  'connection-known': z.object({}),
  'address-not-taken': z.object({
    /** `not-encrypted`: plain http leaves this machine (45 CFR 164.312(e)). */
    why: z.enum(['not-an-address', 'not-encrypted', 'of-another-kind', 'holds-a-secret']),
  }),
  /** Where a connection to the sandbox leads is the sandbox's own. */
  'sandbox-stays': z.object({}),
  /** It leads to another host: what opened the old one is not shown to the new one unless it is written again. */
  'secret-needed': z.object({}),
}

export const addConnection = endpoint({
  method: 'POST',
  path: '/api/payer-connections',
  summary: 'Add a way to payers',
  access: 'practice.change',
  audit: 'payer-connection.add',
  body,
  reply: connectionShape,
  refusals,
})

export const changeConnection = endpoint({
  method: 'PUT',
  path: '/api/payer-connections/:connectionId',
  summary: 'Change a way to payers; its secret only where a new one is written',
  access: 'practice.change',
  audit: 'payer-connection.change',
  params: z.object({ connectionId: id }),
  body,
  reply: connectionShape,
  refusals,
})

export const tryConnection = endpoint({
  method: 'POST',
  path: '/api/payer-connections/:connectionId/try',
  summary: 'Try a way to payers: one exchange about an invented person, or a look at what lies ready',
  access: 'practice.change',
  audit: 'payer-connection.try',
  params: z.object({ connectionId: id }),
  reply: z.object({
    /** `answered`: what came back is an answer; the others say why there is none. */
    outcome: z.enum(['answered', 'down', 'too-slow', 'not-understood', 'refused-us']),
    /** What came back (`271`, `999`, `TA1`), or for files how many lie ready; null without an answer. */
    answer: z.object({ kind: z.enum(['271', '999', 'TA1', 'files']), files: z.int() }).nullable(),
    /** `ECONNREFUSED`, `HTTP 503`: for whoever runs the other side. */
    detail: z.string().nullable(),
    ms: z.int(),
    hops: z.array(
      z.object({
        hop: z.enum(['connect', 'send', 'wait', 'receive']),
        ms: z.int(),
        outcome: z.enum(['ok', 'failed']),
      }),
    ),
    connection: connectionShape,
  }),
})
