import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { roles } from './roles.ts'
import { done, id, instant, text, timeZone } from './shapes.ts'

export const role = z.enum(roles)

const me = z.object({
  staff: z.object({
    id,
    name: z.string(),
    email: z.string(),
    role,
    language: z.enum(['en', 'es']),
    homeSiteId: id.nullable(),
    hasPin: z.boolean(),
    hasTotp: z.boolean(),
  }),
  organization: z.object({ slug: z.string(), name: z.string(), demo: z.boolean() }),
  permissions: z.array(z.string()),
  /** Sent back in the `x-foyer-csrf` header of every write. */
  csrf: z.string(),
  locked: z.boolean(),
  idleLockMinutes: z.int(),
})

/** What the sign-in page needs before anybody is known. */
export const readWelcome = endpoint({
  method: 'GET',
  path: '/api/welcome',
  summary: 'The practices that can be signed in to, and whether a first set-up is due',
  access: 'public',
  audit: null,
  reply: z.object({
    setupDue: z.boolean(),
    organizations: z.array(z.object({ slug: z.string(), name: z.string(), demo: z.boolean() })),
    /** Only where a demo practice runs: who can sign in, and the password they share. */
    demo: z
      .object({
        password: z.string(),
        staff: z.array(z.object({ name: z.string(), email: z.string(), role })),
      })
      .nullable(),
  }),
})

export const setUp = endpoint({
  method: 'POST',
  path: '/api/setup',
  summary: 'Make the first practice with its first site and manager; refused once there is one',
  access: 'public',
  audit: 'organization.create',
  body: z.object({
    practiceName: text(120),
    siteName: text(120),
    timeZone,
    managerName: text(120),
    email: z.email().max(200),
    password: z.string().min(12).max(200),
  }),
  reply: z.object({ organization: z.string() }),
  refusals: { 'already-set-up': z.object({}) },
})

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in; sets the session cookie',
  access: 'public',
  audit: 'session.sign-in',
  body: z.object({
    organization: z.string().max(64).optional(),
    email: z.string().max(200),
    password: z.string().max(200),
    code: z.string().max(12).optional(),
  }),
  reply: me,
  refusals: {
    'wrong-credentials': z.object({}),
    'locked-out': z.object({ until: instant }),
    'code-needed': z.object({}),
    'wrong-code': z.object({}),
  },
})

export const readSession = endpoint({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in',
  access: 'locked',
  audit: null,
  reply: me,
})

export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out',
  access: 'locked',
  audit: 'session.sign-out',
  reply: done,
})

export const lockSession = endpoint({
  method: 'POST',
  path: '/api/session/lock',
  summary: 'Lock the screen; the place on it is kept',
  access: 'locked',
  audit: 'session.lock',
  reply: done,
})

export const unlockSession = endpoint({
  method: 'POST',
  path: '/api/session/unlock',
  summary: 'Lift the lock with the PIN or the password',
  access: 'locked',
  audit: 'session.unlock',
  body: z.object({ secret: z.string().min(1).max(200) }),
  reply: me,
  refusals: { 'wrong-secret': z.object({ triesLeft: z.int() }), 'signed-out': z.object({}) },
})

export const setPin = endpoint({
  method: 'PUT',
  path: '/api/session/pin',
  summary: 'Set the PIN that lifts the idle lock',
  access: 'signed-in',
  audit: 'session.pin-set',
  body: z.object({ password: z.string().max(200), pin: z.string().regex(/^\d{4,8}$/) }),
  reply: done,
  refusals: { 'wrong-password': z.object({}) },
})

export const startTotp = endpoint({
  method: 'POST',
  path: '/api/session/totp',
  summary: 'Begin two-step sign-in: a secret for the authenticator app (RFC 6238)',
  access: 'signed-in',
  audit: 'session.totp-start',
  body: z.object({ password: z.string().max(200) }),
  reply: z.object({ secret: z.string(), uri: z.string() }),
  refusals: { 'wrong-password': z.object({}) },
})

export const confirmTotp = endpoint({
  method: 'PUT',
  path: '/api/session/totp',
  summary: 'Turn two-step sign-in on by a first right code',
  access: 'signed-in',
  audit: 'session.totp-on',
  body: z.object({ code: z.string().max(12) }),
  reply: done,
  refusals: { 'wrong-code': z.object({}) },
})

export const removeTotp = endpoint({
  method: 'DELETE',
  path: '/api/session/totp',
  summary: 'Turn two-step sign-in off',
  access: 'signed-in',
  audit: 'session.totp-off',
  body: z.object({ password: z.string().max(200) }),
  reply: done,
  refusals: { 'wrong-password': z.object({}) },
})

export const listSessions = endpoint({
  method: 'GET',
  path: '/api/sessions',
  summary: 'Where the caller is signed in',
  access: 'signed-in',
  audit: null,
  reply: z.object({
    sessions: z.array(
      z.object({ id, current: z.boolean(), startedAt: instant, lastSeenAt: instant, device: z.string() }),
    ),
  }),
})

export const revokeSession = endpoint({
  method: 'DELETE',
  path: '/api/sessions/:sessionId',
  summary: 'End one of the own sessions elsewhere',
  access: 'signed-in',
  audit: 'session.revoke',
  params: z.object({ sessionId: id }),
  reply: done,
})
