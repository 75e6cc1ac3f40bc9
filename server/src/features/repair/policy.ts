import { roleMay } from '@foyer/contract'
import type { Actor } from '../../platform/auth/sessions.ts'

/** What this person may do with a repair; travels with it so that the screen offers nothing else. */
export function repairCan({ role }: Pick<Actor, 'role'>): { readonly decide: boolean; readonly cancel: boolean } {
  return { decide: roleMay(role, 'appointment.move'), cancel: roleMay(role, 'appointment.cancel') }
}
