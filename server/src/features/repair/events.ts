import type { HappenedEvent, TakenRange } from '../../platform/events/event.ts'

/** A repair was proposed, decided on, applied or answered. */
export function repairChanged(id: string, siteId: string): HappenedEvent {
  return { type: 'repair.changed', id, siteId }
}

/** Time of a resource was closed: what practice tells of its own blocks. `date` where all of it lies on one. */
export function timeClosed(id: string, siteId: string, date: string | null, taken: TakenRange): HappenedEvent {
  return { type: 'block.changed', id, siteId, date, taken: [taken] }
}
