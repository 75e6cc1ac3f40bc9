import type { CallInput, scheduling } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'

/** When a visit comes back. It ends after `count` visits or with the civil date `until`; one of the two is there. */
export type Repeat = {
  readonly unit: 'day' | 'week' | 'month'
  readonly every: number
  /** Of the weeks, ISO 8601 (Monday is 1); the weekday of the first visit where there is none. */
  readonly weekdays?: readonly number[]
  /** Of the months; the date of the first visit where there is none. */
  readonly on?: MonthDay
  readonly count?: number
  readonly until?: string
}

/** The last of a weekday in its month, as the number of its week. */
export const lastWeek = -1

/** A date of the month, the first to fourth or the last of a weekday, or the weekday of the first visit, whichever it is. */
export type MonthDay = { readonly day: number } | { readonly week: number; readonly weekday: number } | 'weekday'

type Rule = CallInput<typeof scheduling.planSeries>['rule']

/** Said without a number of times. */
export const usualCount = 6
export const mostCount = 60

/** Whether a visit of the series may be on a civil date, as far as its words name days. */
export function fits({ unit, weekdays = [], on }: Repeat, date: string): boolean {
  const { day, dayOfWeek, daysInMonth } = Temporal.PlainDate.from(date)
  if (unit === 'week') return weekdays.length === 0 || weekdays.includes(dayOfWeek)
  if (unit !== 'month' || on === undefined || on === 'weekday') return true
  if ('day' in on) return day === on.day
  return dayOfWeek === on.weekday && (on.week === lastWeek ? day > daysInMonth - 7 : Math.ceil(day / 7) === on.week)
}

/** The first date that fits, from a date on. No date of the month is more than 62 days away. */
export function firstDate(repeat: Repeat, from: string): string {
  return dateFrom(repeat, from, 1) ?? from
}

/** The date of the series that a visit on this date stands for: itself, else the nearest, of two the later. */
export function ruledDate(repeat: Repeat, date: string): string {
  const [before, after] = [dateFrom(repeat, date, -1), dateFrom(repeat, date, 1)]
  if (before === null || after === null) return after ?? before ?? date
  const away = (other: string) => Math.abs(Temporal.PlainDate.from(date).until(other).days)
  return away(before) < away(after) ? before : after
}

function dateFrom(repeat: Repeat, from: string, step: 1 | -1): string | null {
  const first = Temporal.PlainDate.from(from)
  for (let days = 0; days <= 62; days += 1) {
    const date = first.add({ days: days * step }).toString()
    if (fits(repeat, date)) return date
  }
  return null
}

/** Whether the words name dates, so that the first visit is looked for on the first of them. */
export function namesDates({ unit, on }: Repeat): boolean {
  return unit === 'month' && on !== undefined && on !== 'weekday'
}

/** The series as the server plans it. `from` is a date that fits, `atMinute` minutes since midnight at the site. */
export function ruleOf({ unit, every, weekdays = [], on, count, until }: Repeat, from: string, atMinute: number): Rule {
  const isLast = typeof on === 'object' && 'week' in on && on.week === lastWeek
  const byWeekday = on === 'weekday' || (on !== undefined && 'week' in on)
  return {
    unit,
    every,
    from,
    atMinute,
    ...(unit === 'week' && weekdays.length > 0 ? { weekdays: [...weekdays] } : {}),
    ...(unit === 'month' && byWeekday ? { monthBy: isLast ? 'last-weekday' : 'weekday' } : {}),
    ...(until === undefined ? { count: count ?? usualCount } : { until }),
  }
}
