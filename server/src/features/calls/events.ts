import type { HappenedEvent } from '../../platform/events/event.ts'
import type { CallEvent } from './state.ts'

/** The patient stands there only once somebody said who it was. */
export function callHappened(event: CallEvent, id: string, patientId: string | null = null): HappenedEvent {
  return { type: `call.${event}`, id, patientId }
}
