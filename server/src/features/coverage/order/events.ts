import type { HappenedEvent } from '../../../platform/events/event.ts'

/** Who pays first, or what a visit of the person goes to, is not what it was. */
export function orderChanged(patientId: string): HappenedEvent {
  return { type: 'coverage-order.changed', id: patientId, patientId }
}
