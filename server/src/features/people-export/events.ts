import type { HappenedEvent } from '../../platform/events/event.ts'

/** A copy of the record was asked for; or given. */
export function accessRequested(requestId: string, patientId: string): HappenedEvent {
  return { type: 'access-request.changed', id: requestId, patientId }
}
