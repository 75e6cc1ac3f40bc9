import type { HappenedEvent } from '../../platform/events/event.ts'

export function patientRegistered(patientId: string): HappenedEvent {
  return { type: 'patient.registered', id: patientId, patientId }
}

export function patientChanged(patientId: string): HappenedEvent {
  return { type: 'patient.changed', id: patientId, patientId }
}

/** What a registration asks for is part of the set-up: every process reads that again. */
export function registrationRulesChanged(id: string): HappenedEvent {
  return { type: 'practice.changed', id }
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

/** Few may open it from now on, or all may again. */
export function patientRestricted(patientId: string): HappenedEvent {
  return { type: 'patient.restricted', id: patientId, patientId }
}

/** After these a record may be restricted, or lead to another, that did not before, or the other way round. */
export function makesUnplain({ type }: Pick<HappenedEvent, 'type'>): boolean {
  return type === 'patient.restricted' || type === 'patient.merged' || type === 'patient.unmerged'
}
