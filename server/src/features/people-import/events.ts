import type { HappenedEvent } from '../../platform/events/event.ts'

/** A file came further; whoever shows it asks again. */
export function importChanged(runId: string): HappenedEvent {
  return { type: 'people-import.changed', id: runId }
}
