import { Temporal } from '@foyer/kernel'
import type { PlannedHoliday } from '../plan.ts'

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const first = (year: number, month: number) => Temporal.PlainDate.from({ year, month, day: 1 })

function nth(year: number, month: number, weekday: Weekday, count: number): string {
  const start = first(year, month)
  const days = ((weekday - start.dayOfWeek + 7) % 7) + (count - 1) * 7
  return start.add({ days }).toString()
}

function lastMonday(year: number, month: number): string {
  const end = first(year, month).add({ months: 1 }).subtract({ days: 1 })
  return end.subtract({ days: end.dayOfWeek - 1 }).toString()
}

/** The days on which Riverside is closed: six that nearly every practice keeps, and one of Dayton's own. */
function holidaysOf(year: number): PlannedHoliday[] {
  const everywhere = [
    [`${year}-01-01`, 'New Year’s Day'],
    [lastMonday(year, 5), 'Memorial Day'],
    [`${year}-07-04`, 'Independence Day'],
    [nth(year, 9, 1, 1), 'Labor Day'],
    [nth(year, 11, 4, 4), 'Thanksgiving Day'],
    [`${year}-12-25`, 'Christmas Day'],
  ] as const
  return [
    ...everywhere.map(([date, name]) => ({ date, name, site: null })),
    { date: nth(year, 1, 5, 3), name: 'Dayton staff training day', site: 'dayton' as const },
  ].toSorted((one, other) => (one.date < other.date ? -1 : 1))
}

/** From the year that lies a month back to the end of the next. `today` is a civil date. */
export function planHolidays(today: string): PlannedHoliday[] {
  const { year } = Temporal.PlainDate.from(today)
  const from = Temporal.PlainDate.from(today).subtract({ months: 2 }).year
  return Array.from({ length: year + 2 - from }, (_, index) => from + index).flatMap(holidaysOf)
}

export function closedDatesOf(holidays: readonly PlannedHoliday[], site: string): ReadonlySet<string> {
  return new Set(holidays.filter((one) => one.site === null || one.site === site).map(({ date }) => date))
}
