import type { Refusal, Reply, session } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { passwordMatches } from '../../platform/auth/password.ts'
import type { Sessions } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Connection } from '../../platform/http/route.ts'
import { UNLOCK_TRIES } from './lock-out.ts'
import { presentMe } from './present.ts'
import { countUnlockFailure, staffById } from './store.ts'

type Unlock = typeof session.unlockSession

/** Lifts the lock of the caller's session by PIN or password; too many wrong answers end the session. */
export async function unlock(
  ctx: Ctx,
  sessions: Sessions,
  secret: string,
  connection: Connection,
): Promise<Result<Reply<Unlock>, Refusal<Unlock>>> {
  const { session: own } = connection
  if (!own) return refuse({ reason: 'signed-out' })
  const staff = await staffById(ctx.db, ctx.actor.staffId)
  const isPin = /^\d{4,8}$/.test(secret) && staff.pin_hash !== null
  const right =
    (isPin && (await passwordMatches(secret, staff.pin_hash))) || (await passwordMatches(secret, staff.password_hash))
  if (!right) {
    const failures = await countUnlockFailure(ctx.db, own.id)
    if (failures < UNLOCK_TRIES) return refuse({ reason: 'wrong-secret', triesLeft: UNLOCK_TRIES - failures })
    await sessions.end(ctx.db, own.id)
    connection.clearSessionCookie()
    return refuse({ reason: 'signed-out' })
  }
  await sessions.setLocked(ctx.db, own, false)
  return ok(presentMe(ctx.organization, staff, connection.csrf ?? '', false))
}
