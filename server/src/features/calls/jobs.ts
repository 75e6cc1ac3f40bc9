import type { Reaction } from '../../platform/events/event.ts'

/** Nothing follows from a call by itself: one that rang too long is shown as missed when it is read. */
export function callsReactions(): readonly Reaction[] {
  return []
}
