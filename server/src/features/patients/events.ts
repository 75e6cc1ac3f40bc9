import type { HappenedEvent } from '../../platform/events/event.ts'

export function patientRegistered(patientId: string): HappenedEvent {
  return { type: 'patient.registered', id: patientId, patientId }
}

export function patientChanged(patientId: string): HappenedEvent {
  return { type: 'patient.changed', id: patientId, patientId }
}

/** Added, corrected or looked at. */
export function coverageChanged(coverageId: string, patientId: string): HappenedEvent {
  return { type: 'coverage.changed', id: coverageId, patientId }
}
