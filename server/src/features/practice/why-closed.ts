import { roleMay } from '@foyer/contract'
import type { Actor } from '../../platform/auth/sessions.ts'

/**
 * Minimum necessary (45 CFR 164.514(d), and no less for staff): why time of somebody is closed, such as an illness or an
 * operation, is for those who manage schedules. For all others, people, systems and paper, it is closed.
 */
export function mayKnowWhyClosed({ role }: Pick<Actor, 'role'>): boolean {
  return roleMay(role, 'schedule.block') || roleMay(role, 'practice.change')
}
