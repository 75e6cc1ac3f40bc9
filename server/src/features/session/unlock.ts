import type { Refusal, Reply, session } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { passwordMatches } from '../../platform/auth/password.ts'
import type { Sessions } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Connection } from '../../platform/http/route.ts'
import { UNLOCK_TRIES } from './lock-out.ts'
import { presentMe } from './present.ts'
import { countUnlockTry, staffById } from './store.ts'

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
  // Counted before it is looked at: many tries at once are no more than many one after the other.
  const tries = await countUnlockTry(ctx.db, own.id)
  const isPin = /^\d{4,8}$/.test(secret) && staff.pin_hash !== null
  const right =
    tries <= UNLOCK_TRIES &&
    ((isPin && (await passwordMatches(secret, staff.pin_hash))) || (await passwordMatches(secret, staff.password_hash)))
  if (!right) {
    if (tries < UNLOCK_TRIES) return refuse({ reason: 'wrong-secret', triesLeft: UNLOCK_TRIES - tries })
    await sessions.end(ctx.db, own.id)
    connection.clearSessionCookie()
    return refuse({ reason: 'signed-out' })
  }
  await sessions.setLocked(ctx.db, own, false)
  return ok(presentMe(ctx.organization, staff, connection.csrf ?? '', false))
}
