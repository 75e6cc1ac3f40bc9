import type { HappenedEvent } from '../../platform/events/event.ts'

/** Something in the set-up is not what it was; every process reads it again. */
export function practiceChanged(id: string, where: { siteId?: string; date?: string } = {}): HappenedEvent {
  return { type: 'practice.changed', id, ...where }
}

/** Somebody's name, role or right to sign in is not what it was. */
export function staffChanged(id: string): HappenedEvent {
  return { type: 'staff.changed', id }
}

export function sessionEnded(id: string): HappenedEvent {
  return { type: 'session.ended', id }
}
