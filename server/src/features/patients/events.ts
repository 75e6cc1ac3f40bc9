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

/** Somebody opened a restricted record for a reason. */
export function glassBroken(openingId: string, patientId: string): HappenedEvent {
  return { type: 'glass.broken', id: openingId, patientId }
}

export function glassReviewed(openingId: string, patientId: string): HappenedEvent {
  return { type: 'glass.reviewed', id: openingId, patientId }
}
