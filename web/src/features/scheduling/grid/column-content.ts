import { dayBounds } from '@foyer/kernel'
import type { Held } from '../find/use-booking.ts'
import type { Day, DayAppointment, Opening } from '../shapes.ts'
import { openingKey } from '../shapes.ts'

type Stretch = { readonly start: string; readonly end: string }

export type VisitOnGrid = Stretch & { readonly appointment: DayAppointment }
/** A dashed box (or a full one, when it is held by us) with the number of its key. */
export type OpeningOnGrid = Stretch & {
  readonly key: string
  readonly number: number | null
  readonly state: OpeningState
  readonly heldFor?: string
}
export type OpeningState = 'offered' | 'looked-at' | 'held'

export type ColumnContent = {
  readonly visits: readonly VisitOnGrid[]
  readonly blocks: readonly Day['blocks'][number][]
  readonly holds: readonly Day['holds'][number][]
  readonly openings: readonly OpeningOnGrid[]
}

export type Offers = {
  readonly list: readonly Opening[]
  readonly lookedAt: Opening | null
  readonly held: Held | null
  readonly heldFor?: string
}

function meets(a: Stretch, b: Stretch): boolean {
  return Date.parse(a.start) < Date.parse(b.end) && Date.parse(b.start) < Date.parse(a.end)
}

/** What stands in the column of one resource. Cancelled visits have given their time back. */
export function contentOf(day: Day, resourceId: string, offers: Offers): ColumnContent {
  const visits = day.appointments
    .filter((appointment) => appointment.status !== 'cancelled')
    .flatMap((appointment) =>
      appointment.assignments
        .filter((one) => one.resourceId === resourceId)
        .map(({ start, end }) => ({ start, end, appointment })),
    )
    .sort((a, b) => (a.start < b.start ? -1 : 1))
  const { start, end } = dayBounds(day.date, day.timeZone)
  const today = { start: start.toString(), end: end.toString() }
  const openings = openingsIn(resourceId, offers, today)
  const own = openings.filter(({ state }) => state === 'held')
  return {
    visits,
    blocks: day.blocks.filter((block) => block.resourceId === resourceId),
    holds: day.holds.filter((hold) => hold.resourceId === resourceId && !own.some((one) => meets(one, hold))),
    openings,
  }
}

/** Held before looked at before the rest; what would lie over one of them stays away. */
function openingsIn(
  resourceId: string,
  { list, lookedAt, held, heldFor }: Offers,
  day: Stretch,
): readonly OpeningOnGrid[] {
  const heldOpening = held && { ...held.opening, assignments: held.hold.assignments }
  const first = [heldOpening, lookedAt].filter((one) => one !== null)
  const boxes: OpeningOnGrid[] = []
  for (const opening of [...first, ...list]) {
    const key = openingKey(opening)
    const place = opening.assignments.find((one) => one.resourceId === resourceId)
    if (!place || !meets(place, day) || boxes.some((box) => meets(box, place))) continue
    const index = list.findIndex((one) => openingKey(one) === key)
    const state = opening === heldOpening ? 'held' : opening === lookedAt ? 'looked-at' : 'offered'
    boxes.push({
      start: place.start,
      end: place.end,
      key,
      number: index < 0 ? null : index + 1,
      state,
      ...(state === 'held' && heldFor ? { heldFor } : {}),
    })
  }
  return boxes
}
