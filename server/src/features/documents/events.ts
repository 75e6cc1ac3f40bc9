import type { HappenedEvent } from '../../platform/events/event.ts'

/** Added, retitled, taken out of sight or shown again. */
export function documentChanged(documentId: string, patientId: string): HappenedEvent {
  return { type: 'document.changed', id: documentId, patientId }
}
