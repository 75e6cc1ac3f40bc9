import { permissionsOf, type Reply, type Role, type session } from '@foyer/contract'
import { IDLE_LOCK_MINUTES } from '../../platform/auth/sessions.ts'
import type { Organization } from '../../platform/organizations.ts'
import type { StaffRow } from './store.ts'

export function presentMe(
  organization: Organization,
  staff: StaffRow,
  csrf: string,
  locked: boolean,
): Reply<typeof session.readSession> {
  const role = staff.role as Role
  return {
    staff: {
      id: staff.id,
      name: staff.name,
      email: staff.email,
      role,
      language: staff.language === 'es' ? 'es' : 'en',
      homeSiteId: staff.home_site_id,
      hasPin: staff.pin_hash !== null,
      hasTotp: staff.totp_confirmed,
    },
    organization: { slug: organization.slug, name: organization.name, demo: organization.demo },
    permissions: [...permissionsOf[role]],
    csrf,
    locked,
    idleLockMinutes: IDLE_LOCK_MINUTES,
  }
}
