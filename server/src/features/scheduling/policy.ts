import { roleMay } from '@foyer/contract'
import { canMove } from '@foyer/scheduling'
import type { AppointmentStatus } from '@foyer/scheduling'
import type { Actor } from '../../platform/auth/sessions.ts'

export interface AppointmentCan {
  readonly move: boolean
  readonly cancel: boolean
  readonly checkIn: boolean
  readonly override: boolean
  readonly overbook: boolean
}

/** Whether the visit's state allows it, whoever asks. Only a visit that is still expected moves or is cancelled. */
export function isMovable(status: AppointmentStatus): boolean {
  return status === 'booked'
}

export function isCancellable(status: AppointmentStatus): boolean {
  return canMove(status, 'cancelled')
}

/** What this person may do with this visit now; travels with the record so that the screen offers nothing else. */
export function appointmentCan(actor: Pick<Actor, 'role'>, status: AppointmentStatus): AppointmentCan {
  return {
    move: roleMay(actor.role, 'appointment.move') && isMovable(status),
    cancel: roleMay(actor.role, 'appointment.cancel') && isCancellable(status),
    checkIn: roleMay(actor.role, 'visit.check-in') && canMove(status, 'arrived'),
    override: roleMay(actor.role, 'appointment.override'),
    overbook: roleMay(actor.role, 'appointment.overbook'),
  }
}
