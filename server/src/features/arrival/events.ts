import type { HappenedEvent } from '../../platform/events/event.ts'
import type { Visit } from './visit.ts'

function about(type: string, { row, date }: Visit): HappenedEvent {
  return { type, id: row.id, patientId: row.patient_id, siteId: row.site_id, date }
}

export function visitMoved(visit: Visit): HappenedEvent {
  return about('visit.moved', visit)
}

/** A check-in step was done, or taken back. */
export function visitStep(visit: Visit): HappenedEvent {
  return about('visit.step', visit)
}
