import { session } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { publicRoute, type Route, route } from '../../platform/http/route.ts'
import { confirmTotp, listSessions, removeTotp, revokeSession, setPin, startTotp } from './account.ts'
import { presentMe } from './present.ts'
import { setUp, welcome } from './set-up.ts'
import { type SignInDeps, signIn } from './sign-in.ts'
import { staffById } from './store.ts'
import { unlock } from './unlock.ts'

export interface SessionDeps extends SignInDeps {
  readonly demoPassword: string | null
}

export function sessionRoutes(deps: SessionDeps): readonly Route[] {
  const { sessions } = deps
  return [
    publicRoute(session.readWelcome, async () => ok(await welcome(deps))),
    publicRoute(session.setUp, ({ body }) => setUp(deps, body)),
    publicRoute(session.signIn, ({ body }, connection) => signIn(deps, body, connection)),
    route(session.readSession, async (ctx, _, connection) => {
      const staff = await staffById(ctx.db, ctx.actor.staffId)
      const locked = connection.session !== null && sessions.isLocked(connection.session)
      return ok(presentMe(ctx.organization, staff, connection.csrf ?? '', locked))
    }),
    route(session.signOut, async (ctx, _, connection) => {
      if (connection.session) await sessions.end(ctx.db, connection.session.id)
      connection.clearSessionCookie()
      return ok({})
    }),
    route(session.lockSession, async (ctx, _, connection) => {
      if (connection.session) await sessions.setLocked(ctx.db, connection.session, true)
      return ok({})
    }),
    route(session.unlockSession, (ctx, { body }, connection) => unlock(ctx, sessions, body.secret, connection)),
    route(session.setPin, (ctx, { body }) => setPin(ctx, body)),
    route(session.startTotp, (ctx, { body }) => startTotp(ctx, body.password)),
    route(session.confirmTotp, (ctx, { body }) => confirmTotp(ctx, body.code)),
    route(session.removeTotp, (ctx, { body }) => removeTotp(ctx, body.password)),
    route(session.listSessions, async (ctx, _, connection) =>
      ok(await listSessions(ctx, connection.session?.id ?? null)),
    ),
    route(session.revokeSession, (ctx, { params }) => revokeSession(ctx, sessions, params.sessionId)),
  ]
}
