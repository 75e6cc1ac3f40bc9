import type { Held } from '../find/use-booking.ts'
import { type Opening, openingKey } from '../shapes.ts'
import type { Times } from './grid-geometry.ts'

/** A dashed box (or a full one, when it is held by us) with the number of its key. */
export type OpeningOnGrid = Times & {
  readonly key: string
  readonly number: number | null
  readonly state: OpeningState
  readonly heldFor?: string
}
export type OpeningState = 'offered' | 'looked-at' | 'held'

export type Offers = {
  readonly list: readonly Opening[]
  readonly lookedAt: Opening | null
  readonly held: Held | null
  readonly heldFor?: string
}

export function meets(a: Times, b: Times): boolean {
  return Date.parse(a.start) < Date.parse(b.end) && Date.parse(b.start) < Date.parse(a.end)
}

/**
 * The openings in the column of a resource, in whatever role and leg it takes part: held before looked at before the
 * rest. What would lie over one of them stays away.
 */
export function openingsOn(resourceId: string, offers: Offers, day: Times): readonly OpeningOnGrid[] {
  const { list, lookedAt, held, heldFor } = offers
  const heldOpening = held && { ...held.opening, assignments: held.hold.assignments }
  const first = [heldOpening, lookedAt].filter((one) => one !== null)
  const boxes: OpeningOnGrid[] = []
  for (const opening of [...first, ...list]) {
    const key = openingKey(opening)
    const index = list.findIndex((one) => openingKey(one) === key)
    const state = opening === heldOpening ? 'held' : opening === lookedAt ? 'looked-at' : 'offered'
    const places = opening.assignments.filter((one) => one.resourceId === resourceId && meets(one, day))
    if (places.some((place) => boxes.some((box) => meets(box, place)))) continue
    for (const { start, end } of places) {
      boxes.push({
        start,
        end,
        key,
        number: index < 0 ? null : index + 1,
        state,
        ...(state === 'held' && heldFor ? { heldFor } : {}),
      })
    }
  }
  return boxes
}
