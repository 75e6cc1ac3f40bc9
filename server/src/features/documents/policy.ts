import { roleMay } from '@foyer/contract'
import type { Actor } from '../../platform/auth/sessions.ts'

export interface DocumentRights {
  readonly add: boolean
  readonly remove: boolean
  readonly setPhoto: boolean
}

export function documentRights({ role }: Actor): DocumentRights {
  return {
    add: roleMay(role, 'document.add'),
    remove: roleMay(role, 'document.remove'),
    setPhoto: roleMay(role, 'patient.change'),
  }
}
