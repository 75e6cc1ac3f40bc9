import type { HappenedEvent, TakenRange } from '../../platform/events/event.ts'

/** Something in the set-up is not what it was; every process reads it again. */
export function practiceChanged(id: string, where: { siteId?: string } = {}): HappenedEvent {
  return { type: 'practice.changed', id, ...where }
}

/** Time of a site's resources was closed or opened again; `date` where all of it lies on one. */
export function blockChanged(
  id: string,
  where: { readonly siteId: string; readonly date: string | null },
  taken: readonly TakenRange[],
): HappenedEvent {
  return { type: 'block.changed', id, ...where, taken }
}

/** Somebody's name, role or right to sign in is not what it was. */
export function staffChanged(id: string): HappenedEvent {
  return { type: 'staff.changed', id }
}

export function sessionEnded(id: string): HappenedEvent {
  return { type: 'session.ended', id }
}
