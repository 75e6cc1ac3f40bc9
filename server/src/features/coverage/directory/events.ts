import type { HappenedEvent } from '../../../platform/events/event.ts'

/** Something about payers, the ways to them or prices is not what it was. */
export function directoryChanged(id: string): HappenedEvent {
  return { type: 'payer-directory.changed', id }
}

/** A way to payers fell silent or answers again. */
export function connectionChanged(connectionId: string): HappenedEvent {
  return { type: 'payer-connection.changed', id: connectionId }
}
