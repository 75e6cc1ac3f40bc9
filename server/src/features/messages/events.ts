import type { HappenedEvent } from '../../platform/events/event.ts'

export function messageQueued(id: string, patientId: string): HappenedEvent {
  return { type: 'message.queued', id, patientId }
}

export function messageSettled(state: 'sent' | 'kept' | 'failed', id: string, patientId: string): HappenedEvent {
  return { type: `message.${state}`, id, patientId }
}
