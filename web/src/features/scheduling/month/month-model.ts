import { type ChosenColumns, isChosen } from '../columns/chosen-columns.ts'
import type { DayTotals, Resource } from '../shapes.ts'

/** A day of the month in a few numbers, over the columns that are chosen. */
export type MonthDay = {
  readonly date: string
  readonly isClosed: boolean
  readonly holiday: string | null
  readonly visits: number
  readonly bookedPercent: number
  /** Minutes of the hours that are neither booked nor blocked. */
  readonly freeMinutes: number
}

/** So many ids have room in the address of the question; more count as everything. */
const mostIds = 200

/** The resources that the numbers of a month are over; null where that is everything at the site. */
export function countedIds(
  resources: readonly Pick<Resource, 'id' | 'kind'>[],
  chosen: ChosenColumns,
): readonly string[] | null {
  if (chosen.kinds.includes('site')) return null
  const ids = resources.filter((one) => isChosen(chosen, one)).map(({ id }) => id)
  return ids.length === 0 || ids.length === resources.length || ids.length > mostIds ? null : [...ids].sort()
}

export function monthDayOf({
  date,
  holiday,
  visits,
  openMinutes,
  bookedMinutes,
  blockedMinutes,
  bookedPercent,
}: DayTotals): MonthDay {
  return {
    date,
    isClosed: openMinutes === 0 && visits === 0,
    holiday,
    visits,
    bookedPercent: Math.min(100, bookedPercent),
    freeMinutes: Math.max(0, openMinutes - blockedMinutes - bookedMinutes),
  }
}

/** How many openings begin on each date; dates without any are not in it. */
export function countByDate(
  starts: readonly string[],
  dateOf: (instant: string) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const start of starts) {
    const date = dateOf(start)
    counts.set(date, (counts.get(date) ?? 0) + 1)
  }
  return counts
}
