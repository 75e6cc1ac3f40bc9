import type { Body, Refusal, Reply, Role, session } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { AuditEntry } from '../../platform/audit/entry.ts'
import { passwordMatches } from '../../platform/auth/password.ts'
import type { Sessions } from '../../platform/auth/sessions.ts'
import { csrfToken } from '../../platform/auth/tokens.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Connection } from '../../platform/http/route.ts'
import type { Organization, Organizations } from '../../platform/organizations.ts'
import { lockOutSeconds } from './lock-out.ts'
import { presentMe } from './present.ts'
import { giveTryBack, noteSuccess, type StaffRow, staffByEmail, takeTry, useTotpStep } from './store.ts'
import { matchingStep } from './totp.ts'

type SignIn = typeof session.signIn

export interface SignInDeps {
  readonly organizations: Organizations
  readonly sessions: Sessions
  readonly clock: Clock
  readonly secret: string
}

function theOrganization(organizations: Organizations, slug: string | undefined): Organization | null {
  if (slug !== undefined) return organizations.find(slug)
  const all = organizations.all()
  return all.length === 1 ? (all[0] ?? null) : null
}

async function checkCode(
  organization: Organization,
  staff: StaffRow,
  code: string | undefined,
  nowMs: number,
): Promise<Refusal<SignIn> | null> {
  if (!staff.totp_confirmed || staff.totp_secret === null) return null
  if (code === undefined || code === '') return { reason: 'code-needed' }
  const step = matchingStep(staff.totp_secret, code, nowMs)
  const fresh = step !== null && (await useTotpStep(organization.db, staff.id, step))
  return fresh ? null : { reason: 'wrong-code' }
}

export async function signIn(
  deps: SignInDeps,
  input: Body<SignIn>,
  connection: Connection,
): Promise<Result<Reply<SignIn>, Refusal<SignIn>>> {
  const { clock, sessions } = deps
  const now = clock.now()
  const organization = theOrganization(deps.organizations, input.organization)
  if (!organization) {
    await passwordMatches(input.password, null)
    return refuse({ reason: 'wrong-credentials' })
  }
  const staff = await staffByEmail(organization.db, input.email.trim().toLowerCase())

  async function note(outcome: string): Promise<void> {
    const entry: AuditEntry = {
      at: now.toString(),
      actor_id: staff?.id ?? null,
      actor_name: staff?.name ?? 'unknown',
      actor_role: staff?.role ?? 'none',
      action: 'session.sign-in',
      outcome,
      patient_id: null,
      patient_ids: null,
      subject_id: null,
      reason: null,
      request_id: clock.id(),
    }
    await organization?.auditLog.write(entry)
  }

  const closedAfter = (tries: number): string | null => {
    const seconds = lockOutSeconds(tries)
    return seconds === 0 ? null : clock.now().add({ seconds }).toString()
  }
  const until = staff ? await takeTry(organization.db, staff.id, now.toString(), closedAfter) : null
  if (until !== null) {
    await note('refused:locked-out')
    return refuse({ reason: 'locked-out', until })
  }
  if (!(await passwordMatches(input.password, staff?.password_hash ?? null)) || !staff) {
    await note('refused:wrong-credentials')
    return refuse({ reason: 'wrong-credentials' })
  }
  const wrong = await checkCode(organization, staff, input.code, now.epochMilliseconds)
  if (wrong) {
    if (wrong.reason === 'code-needed') await giveTryBack(organization.db, staff.id)
    await note(`refused:${wrong.reason}`)
    return refuse(wrong)
  }
  await noteSuccess(organization.db, staff.id)
  const actor = { staffId: staff.id, name: staff.name, role: staff.role as Role }
  const { token, session: started } = await sessions.start(organization.db, organization.slug, actor, connection.device)
  connection.setSessionCookie(organization.slug, token)
  await note('ok')
  return ok(presentMe(organization, staff, csrfToken(deps.secret, started.id), false))
}
