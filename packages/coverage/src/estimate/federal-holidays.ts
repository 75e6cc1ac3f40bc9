import { Temporal } from '@foyer/kernel'

const monday = 1
const thursday = 4
const friday = 5
const daysInWeek = 7

/** Days of a month that the law fixes, with the first year of those that are new since (5 U.S.C. 6103(a)). */
const fixed = [
  { month: 1, day: 1 },
  { month: 6, day: 19, since: 2021 },
  { month: 7, day: 4 },
  { month: 11, day: 11 },
  { month: 12, day: 25 },
] as const

/** The nth of a weekday in a month; `-1` is the last. */
const floating = [
  { month: 1, weekday: monday, nth: 3 },
  { month: 2, weekday: monday, nth: 3 },
  { month: 5, weekday: monday, nth: -1 },
  { month: 9, weekday: monday, nth: 1 },
  { month: 10, weekday: monday, nth: 2 },
  { month: 11, weekday: thursday, nth: 4 },
] as const

/**
 * Holidays of the United States, with the days on which they are observed: the Friday before for one on a Saturday
 * (5 U.S.C. 6103(b)), the Monday after for one on a Sunday (Executive Order 11582). Inauguration Day, which is one around
 * Washington only (6103(c)), and days that a President adds are not among them.
 *
 * @param date civil date, YYYY-MM-DD
 */
export function isFederalHoliday(date: string): boolean {
  const day = Temporal.PlainDate.from(date)
  const isFixed = (on: Temporal.PlainDate): boolean =>
    fixed.some(
      (one) => one.month === on.month && one.day === on.day && on.year >= ('since' in one ? one.since : on.year),
    )
  if (isFixed(day)) return true
  if (day.dayOfWeek === friday && isFixed(day.add({ days: 1 }))) return true
  if (day.dayOfWeek === monday && isFixed(day.subtract({ days: 1 }))) return true
  return floating.some(({ month, weekday, nth }) => day.month === month && day.dayOfWeek === weekday && isNth(day, nth))
}

function isNth({ day, daysInMonth }: Temporal.PlainDate, nth: number): boolean {
  return nth < 0 ? day + daysInWeek > daysInMonth : Math.ceil(day / daysInWeek) === nth
}
