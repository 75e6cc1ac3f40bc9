import type { HappenedEvent } from '../../../platform/events/event.ts'

/** `id` leads to `patientId` from now on. */
export function patientMerged(mergedId: string, survivorId: string): HappenedEvent {
  return { type: 'patient.merged', id: mergedId, patientId: survivorId }
}

export function patientUnmerged(mergedId: string, survivorId: string): HappenedEvent {
  return { type: 'patient.unmerged', id: mergedId, patientId: survivorId }
}

/** Somebody decided of a pair, or asked for a look at all. */
export function duplicateDecided(patientId: string): HappenedEvent {
  return { type: 'duplicate.decided', id: patientId, patientId }
}

export function sweepAsked(id: string): HappenedEvent {
  return { type: 'duplicate.sweep-asked', id }
}

export function sweepDone(id: string): HappenedEvent {
  return { type: 'duplicate.swept', id }
}
