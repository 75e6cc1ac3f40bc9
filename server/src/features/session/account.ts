import type { Reply, session } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { hashPassword, passwordMatches } from '../../platform/auth/password.ts'
import type { Sessions } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { changeStaffSecrets, openSessionsOf, ownSession, staffById, useTotpStep } from './store.ts'
import { matchingStep, newTotpSecret, totpUri } from './totp.ts'

type WrongPassword = { reason: 'wrong-password' }

async function knowsPassword(ctx: Ctx, password: string): Promise<boolean> {
  const staff = await staffById(ctx.db, ctx.actor.staffId)
  return passwordMatches(password, staff.password_hash)
}

export async function setPin(
  ctx: Ctx,
  input: { password: string; pin: string },
): Promise<Result<object, WrongPassword>> {
  if (!(await knowsPassword(ctx, input.password))) return refuse({ reason: 'wrong-password' })
  const pin_hash = await hashPassword(input.pin)
  return ctx.tx(async (db) => {
    await changeStaffSecrets(db, ctx.actor.staffId, { pin_hash })
    return ok({})
  })
}

export async function startTotp(
  ctx: Ctx,
  password: string,
): Promise<Result<{ secret: string; uri: string }, WrongPassword>> {
  if (!(await knowsPassword(ctx, password))) return refuse({ reason: 'wrong-password' })
  const secret = newTotpSecret()
  // Not by `ctx.tx`: what it answers is kept under the request's key, and a secret must not be.
  await changeStaffSecrets(ctx.db, ctx.actor.staffId, {
    totp_secret: secret,
    totp_confirmed: false,
    totp_last_step: null,
  })
  return ok({ secret, uri: totpUri(secret, ctx.actor.name) })
}

export async function confirmTotp(ctx: Ctx, code: string): Promise<Result<object, { reason: 'wrong-code' }>> {
  return ctx.tx(async (db) => {
    const staff = await staffById(db, ctx.actor.staffId)
    const step = staff.totp_secret === null ? null : matchingStep(staff.totp_secret, code, ctx.now.epochMilliseconds)
    if (step === null || !(await useTotpStep(db, staff.id, step))) return refuse({ reason: 'wrong-code' as const })
    await changeStaffSecrets(db, staff.id, { totp_confirmed: true })
    return ok({})
  })
}

export async function removeTotp(ctx: Ctx, password: string): Promise<Result<object, WrongPassword>> {
  if (!(await knowsPassword(ctx, password))) return refuse({ reason: 'wrong-password' })
  return ctx.tx(async (db) => {
    await changeStaffSecrets(db, ctx.actor.staffId, { totp_secret: null, totp_confirmed: false, totp_last_step: null })
    return ok({})
  })
}

export async function listSessions(ctx: Ctx, currentId: string | null): Promise<Reply<typeof session.listSessions>> {
  const rows = await openSessionsOf(ctx.db, ctx.actor.staffId, ctx.now.toString())
  return {
    sessions: rows.map((row) => ({
      id: row.id,
      current: row.id === currentId,
      startedAt: row.started_at,
      lastSeenAt: row.last_seen_at,
      device: row.device,
    })),
  }
}

export async function revokeSession(ctx: Ctx, sessions: Sessions, sessionId: string): Promise<Result<object, never>> {
  if (!(await ownSession(ctx.db, ctx.actor.staffId, sessionId))) throw new Problem('not-found')
  await sessions.end(ctx.db, sessionId)
  return ctx.tx(async (db) => {
    await ctx.tell(db, { type: 'session.ended', id: sessionId })
    return ok({})
  })
}
