import type { Body, Refusal, Reply, session } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { hashPassword } from '../../platform/auth/password.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Organizations } from '../../platform/organizations.ts'
import { demoStaff, insertFirstManager } from './store.ts'

type SetUp = typeof session.setUp

function slugOf(name: string): string {
  const slug = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
  return slug.length >= 2 ? slug : 'practice'
}

/** The first practice, its first site and its manager. Only while there is none: afterwards nobody may. */
export async function setUp(
  deps: { organizations: Organizations; clock: Clock },
  input: Body<SetUp>,
): Promise<Result<Reply<SetUp>, Refusal<SetUp>>> {
  await deps.organizations.reload()
  if (deps.organizations.all().length > 0) return refuse({ reason: 'already-set-up' })
  const password_hash = await hashPassword(input.password)
  const organization = await deps.organizations.create({
    slug: slugOf(input.practiceName),
    name: input.practiceName,
    demo: false,
  })
  const manager = { id: deps.clock.id(), name: input.managerName, email: input.email.toLowerCase(), password_hash }
  await insertFirstManager(
    organization.db,
    { id: deps.clock.id(), name: input.siteName, time_zone: input.timeZone },
    manager,
  )
  await organization.auditLog.write({
    at: deps.clock.now().toString(),
    actor_id: manager.id,
    actor_name: manager.name,
    actor_role: 'manager',
    action: 'organization.create',
    outcome: 'ok',
    patient_id: null,
    patient_ids: null,
    subject_id: organization.id,
    reason: null,
    request_id: deps.clock.id(),
  })
  return ok({ organization: organization.slug })
}

export async function welcome(deps: {
  organizations: Organizations
  demoPassword: string | null
}): Promise<Reply<typeof session.readWelcome>> {
  const all = deps.organizations.all()
  const demo = all.find((organization) => organization.demo)
  return {
    setupDue: all.length === 0,
    organizations: all.map(({ slug, name, demo: isDemo }) => ({ slug, name, demo: isDemo })),
    demo:
      demo && deps.demoPassword !== null
        ? {
            password: deps.demoPassword,
            staff: (await demoStaff(demo.db)).map(({ name, email, role }) => ({ name, email, role: role as never })),
          }
        : null,
  }
}
