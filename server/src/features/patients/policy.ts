import { roleMay } from '@foyer/contract'
import type { Actor } from '../../platform/auth/sessions.ts'

export interface PatientRights {
  readonly change: boolean
  readonly changeCoverage: boolean
  readonly book: boolean
  readonly merge: boolean
}

/** What somebody may do with a person's record. Nobody books for the dead. */
export function rightsOn(actor: Actor, patient: { readonly deceased: boolean }): PatientRights {
  return {
    change: roleMay(actor.role, 'patient.change'),
    changeCoverage: roleMay(actor.role, 'coverage.change'),
    book: roleMay(actor.role, 'appointment.book') && !patient.deceased,
    merge: roleMay(actor.role, 'patient.merge'),
  }
}
