/**
 * The status of an appointment, from booking to departure, as the flow board shows it.
 *
 * The path is booked → arrived → roomed → with-clinician → checked-out. A move goes forward along it, by one step or over
 * several: a desk that does not room patients goes from arrived to with-clinician. Cancelled and no-show leave the path
 * and only from booked: somebody who has arrived was there. Nothing moves backwards; a wrong step is undone, which is
 * possible from every status that a step led to, so that the board never traps a visit.
 */
export type AppointmentStatus = (typeof appointmentStatuses)[number]

export const appointmentStatuses = [
  'booked',
  'arrived',
  'roomed',
  'with-clinician',
  'checked-out',
  'cancelled',
  'no-show',
] as const

/** The columns of the flow board in order; `booked` is shown there as "expected". */
export const boardColumns = [
  'booked',
  'arrived',
  'roomed',
  'with-clinician',
  'checked-out',
] as const satisfies readonly AppointmentStatus[]

/** Every status a step may lead to, the most usual first. */
export function nextStatuses(status: AppointmentStatus): readonly AppointmentStatus[] {
  if (status === 'cancelled' || status === 'no-show') return []
  const forward = boardColumns.slice(boardColumns.indexOf(status) + 1)
  return status === 'booked' ? [...forward, 'no-show', 'cancelled'] : forward
}

export function canMove(from: AppointmentStatus, to: AppointmentStatus): boolean {
  return nextStatuses(from).includes(to)
}

/** The step behind the one big button; `null` at the end of the path and off it. */
export function mainNext(status: AppointmentStatus): AppointmentStatus | null {
  return nextStatuses(status)[0] ?? null
}

/** One entry of an appointment's history. `from` is `null` for the booking itself. */
export type StatusStep = {
  readonly from: AppointmentStatus | null
  readonly to: AppointmentStatus
  readonly undone: boolean
}

/**
 * The status to which undoing the last step goes back; `null` when there is nothing to undo. An undone step stays in the
 * history, marked, and the one before it becomes the last; undoing adds no step. The booking itself is not undone, it is
 * cancelled. Whether the time of a cancelled visit is still free is for the caller to decide.
 *
 * @param history oldest first
 */
export function undoTarget(history: readonly StatusStep[]): AppointmentStatus | null {
  return history.findLast((step) => !step.undone)?.from ?? null
}

export type FhirAppointmentStatus = 'booked' | 'arrived' | 'checked-in' | 'fulfilled' | 'cancelled' | 'noshow'
export type FhirEncounterStatus = 'planned' | 'arrived' | 'in-progress' | 'finished' | 'cancelled'

/**
 * Code of http://hl7.org/fhir/R4/valueset-appointmentstatus.html. There `arrived` waits to be seen, `checked-in` has all
 * administrative work done so that the encounter may begin, and `fulfilled` leaves further changes to the encounter.
 */
export function fhirAppointmentStatus(status: AppointmentStatus): FhirAppointmentStatus {
  return appointmentCodes[status]
}

const appointmentCodes = {
  booked: 'booked',
  arrived: 'arrived',
  roomed: 'checked-in',
  'with-clinician': 'fulfilled',
  'checked-out': 'fulfilled',
  cancelled: 'cancelled',
  'no-show': 'noshow',
} as const satisfies Record<AppointmentStatus, FhirAppointmentStatus>

/**
 * Code of http://hl7.org/fhir/R4/valueset-encounter-status.html. There `arrived` is present and not yet with a
 * practitioner, which holds in the room as well; `triaged` means assessed for priority, which rooming does not say;
 * `cancelled` ended before it began, which is what an encounter has for a no-show.
 */
export function fhirEncounterStatus(status: AppointmentStatus): FhirEncounterStatus {
  return encounterCodes[status]
}

const encounterCodes = {
  booked: 'planned',
  arrived: 'arrived',
  roomed: 'arrived',
  'with-clinician': 'in-progress',
  'checked-out': 'finished',
  cancelled: 'cancelled',
  'no-show': 'cancelled',
} as const satisfies Record<AppointmentStatus, FhirEncounterStatus>
