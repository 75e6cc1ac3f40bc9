import type { HappenedEvent } from '../../../platform/events/event.ts'

/** Wanted, made, given, signed, taken back: pages that show it ask again. */
export function estimateChanged(id: string, patientId: string): HappenedEvent {
  return { type: 'estimate.changed', id, patientId }
}
