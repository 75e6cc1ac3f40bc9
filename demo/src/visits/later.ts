import { intersect, type LocalDay } from '@foyer/scheduling'
import type { Book } from './book.ts'
import type { Free } from './fill.ts'
import { minuteMs, type Slot, spanOf, takeSlot } from './slot.ts'

/** Visits of the cast in the days to come, each on the first day from `afterDays` on that has the time. */
const wishes = [
  { who: 'luis-ortega', visitType: 'new-patient-interpreter', resources: ['okafor', 'karim-mansour'], afterDays: 4 },
  { who: 'devon-price', visitType: 'follow-up', resources: ['singh'], afterDays: 6 },
  { who: 'maria-nguyen', visitType: 'follow-up-interpreter', resources: ['singh', 'thi-vo'], afterDays: 30 },
  { who: 'ola-nilsen', visitType: 'follow-up', resources: ['okafor'], afterDays: 40 },
] as const

/** `days` begin tomorrow; `freeOf` says when somebody works and is not taken. */
export function placeCastLater(
  book: Book,
  days: readonly LocalDay[],
  freeOf: (resource: string, day: LocalDay) => readonly Free[],
): Slot[] {
  return wishes.flatMap(({ who, visitType, resources, afterDays }) => {
    for (const day of days.slice(afterDays - 1)) {
      const [first, ...others] = resources.map((key) =>
        freeOf(key, day).filter(({ only }) => only === undefined || only.includes(visitType)),
      )
      const free = others.reduce((both, one) => intersect(both, one), [...(first ?? [])])
      const time = free.find(({ start, end }) => end - start >= spanOf(visitType) * minuteMs)
      const slot = time && takeSlot(book, { visitType, site: 'chicago', start: time.start, resources }, who)
      if (slot) return [slot]
    }
    return []
  })
}
