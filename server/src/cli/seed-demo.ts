import { planDemo } from '@foyer/demo'
import { fillOrganization, isEmpty } from '../features/import/index.ts'
import { hashPassword } from '../platform/auth/password.ts'
import type { Clock } from '../platform/clock.ts'
import type { Organization, Organizations } from '../platform/organizations.ts'
import { demoPassword } from './demo-password.ts'
import { seedRows } from './seed-rows.ts'

const SEED = 1

/**
 * Makes the demo practice around this moment. Does nothing where it is there already, and fills it where a start was
 * cut off between making and filling it. Answers the practice.
 */
export async function seedDemo(on: {
  readonly organizations: Organizations
  readonly clock: Clock
}): Promise<Organization> {
  const now = on.clock.now().toString()
  const plan = planDemo({ now, seed: SEED })
  const organization =
    on.organizations.find(plan.practice.slug) ?? (await on.organizations.create({ ...plan.practice, demo: true }))
  if (!(await isEmpty(organization.db))) return organization
  const rows = seedRows(plan, now, await hashPassword(demoPassword))
  const counters = {
    mrn: Math.max(...plan.patients.map(({ mrn }) => Number(mrn))),
    receipt: plan.payments.length,
  }
  await fillOrganization(organization, rows, counters, {
    at: now,
    actor_id: null,
    actor_name: 'foyer demo',
    actor_role: 'system',
    action: 'demo.seed',
    outcome: 'ok',
    patient_id: null,
    patient_ids: null,
    subject_id: organization.id,
    reason: null,
    request_id: on.clock.id(),
  })
  return organization
}
