import { addDays, daysBetween } from '@foyer/kernel'
import type { Failing } from '../shapes.ts'
import { type Gap, mostDays, rangeOf, type Wish } from '../wish/wish.ts'

/** As far as somebody may look at once, and for a gap. */
const mostGap = 730
/** How far is looked on where the dates begin anew. */
const further = 14

type At = { readonly today: string; readonly dateOf: (instant: string) => string }

/**
 * What would have to change of a wish for a chain so that the leg that fails has its nearest: of the first leg the dates,
 * of another the longest distance to the one before. Null where nothing is near.
 */
export function chainMet(wish: Wish, { leg, nearest }: Failing, { today, dateOf }: At): Partial<Wish> | null {
  if (!nearest) return null
  const date = dateOf(nearest.start)
  const { from } = rangeOf(wish.when, today)
  if (leg === 0) {
    const to = daysBetween(from, date) <= mostDays ? null : addDays(date, further)
    return { when: to === null ? { from, to: date } : { from: date, to } }
  }
  const before = wish.then[leg - 1]
  if (!before) return null
  const minDays = before.gap && 'minDays' in before.gap ? (before.gap.minDays ?? 0) : 0
  // The leg before is not sooner than the first date.
  const maxDays = Math.min(mostGap, Math.max(minDays, daysBetween(from, date)))
  const gap: Gap = minDays > 0 ? { minDays, maxDays } : { maxDays }
  return { then: wish.then.with(leg - 1, { ...before, gap }), chainTypeId: null }
}
