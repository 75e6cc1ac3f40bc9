import { type Permission, type ActorRole, roleMay } from '@foyer/contract'
import { type AppointmentStatus, nextStatuses } from '@foyer/scheduling'

/** Who has arrived or did not come is for the desk to say; to take a cancellation back is a right of those who may cancel. */
function rightFor(to: AppointmentStatus): Permission {
  if (to === 'cancelled') return 'appointment.cancel'
  return to === 'arrived' || to === 'no-show' ? 'visit.check-in' : 'visit.move'
}

/** May this role take, or take back, a step into this status? */
export function mayStep(role: ActorRole, to: AppointmentStatus): boolean {
  return roleMay(role, 'visit.move') && roleMay(role, rightFor(to))
}

/**
 * A visit begins on its own day, and somebody is missed on it or later. What has begun may go on after midnight, so
 * that no visit is trapped on yesterday's board.
 *
 * @param date civil date of the visit at its site. @param today civil date there now.
 */
export function isTheDayFor(from: AppointmentStatus, to: AppointmentStatus, date: string, today: string): boolean {
  if (from !== 'booked') return true
  return to === 'no-show' ? date <= today : date === today
}

/** What the board offers; cancelling has a form of its own. */
export function offeredNext(
  role: ActorRole,
  from: AppointmentStatus,
  date: string,
  today: string,
): readonly AppointmentStatus[] {
  return nextStatuses(from).filter(
    (to) => to !== 'cancelled' && mayStep(role, to) && isTheDayFor(from, to, date, today),
  )
}
