import type { HappenedEvent } from '../../../platform/events/event.ts'

/** A payer was asked, answered, or will not answer. */
export function checkChanged(checkId: string, patientId: string): HappenedEvent {
  return { type: 'eligibility.changed', id: checkId, patientId }
}

/** Many were asked at once; each tells of itself when it is answered. */
export function sweepChanged(sweepId: string): HappenedEvent {
  return { type: 'eligibility.sweep', id: sweepId }
}
