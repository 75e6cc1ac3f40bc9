import { instantAt, Temporal } from '@foyer/kernel'

/** The longest series: a visit on every day of a year. */
export const mostOccurrences = 366

/**
 * A finite repetition at one time of the wall clock: 09:00 stays 09:00 when the clock changes. It ends after `count`
 * occurrences or after the date `until`, whichever comes first, and never later than {@link mostOccurrences}.
 */
export type SeriesRule = {
  readonly unit: 'day' | 'week' | 'month'
  /** 2 means every other day, week, month. */
  readonly every: number
  /** First date on which there may be an occurrence, `YYYY-MM-DD`. */
  readonly from: string
  /** Minutes since local midnight. */
  readonly atMinute: number
  /** Of the weeks, ISO 8601 (Monday is 1); the weekday of `from` when absent. Weeks are counted from that of `from`. */
  readonly weekdays?: readonly number[]
  /** Of the months: the date of `from` (when absent), its weekday as in "the second Tuesday", or the last such weekday. */
  readonly monthBy?: 'date' | 'weekday' | 'last-weekday'
} & ({ readonly count: number; readonly until?: string } | { readonly count?: undefined; readonly until: string })

/** What is said about one occurrence, by its number from 0: it does not take place, or on another date or time. */
export type SeriesException =
  | { readonly occurrence: number; readonly skip: true }
  | { readonly occurrence: number; readonly skip?: false; readonly date?: string; readonly atMinute?: number }

/** When one occurrence is wished for. `start` is epoch milliseconds. */
export type Occurrence = {
  readonly occurrence: number
  readonly date: string
  readonly atMinute: number
  readonly start: number
}

/**
 * The occurrences that take place, in the order of their numbers. One that is skipped keeps its number and counts towards
 * `count` (RFC 5545, 3.8.5.1: an excluded date is taken out of the set). A time that spring skips moves forward by the gap,
 * one that happens twice means the first (RFC 5545, 3.3.5).
 */
export function occurrencesOf(rule: SeriesRule, exceptions: readonly SeriesException[], zone: string): Occurrence[] {
  return datesOf(rule).flatMap((ruled, occurrence): Occurrence[] => {
    const exception = exceptions.findLast((each) => each.occurrence === occurrence)
    if (exception?.skip) return []
    const { date = ruled, atMinute = rule.atMinute } = exception ?? {}
    return [{ occurrence, date, atMinute, start: instantAt(date, atMinute, zone).epochMilliseconds }]
  })
}

function datesOf(rule: SeriesRule): string[] {
  const most = Math.min(rule.count ?? mostOccurrences, mostOccurrences)
  const dates: string[] = []
  // A step without a date (a weekday before `from`) is followed by one with.
  for (let step = 0; dates.length < most && step <= most; step++) {
    for (const date of datesOfStep(rule, step)) {
      if (rule.until !== undefined && date > rule.until) return dates
      if (date >= rule.from && dates.length < most) dates.push(date)
    }
  }
  return dates
}

function datesOfStep(rule: SeriesRule, step: number): string[] {
  const from = Temporal.PlainDate.from(rule.from)
  const steps = step * Math.max(1, Math.trunc(rule.every))
  switch (rule.unit) {
    case 'day':
      return [from.add({ days: steps }).toString()]
    case 'week': {
      const monday = from.subtract({ days: from.dayOfWeek - 1 }).add({ weeks: steps })
      const weekdays = [...new Set(rule.weekdays?.length ? rule.weekdays : [from.dayOfWeek])].sort((a, b) => a - b)
      return weekdays.map((weekday) => monday.add({ days: weekday - 1 }).toString())
    }
    case 'month':
      return [dateOfMonth(rule, from, steps).toString()]
  }
}

function dateOfMonth({ monthBy }: SeriesRule, from: Temporal.PlainDate, months: number): Temporal.PlainDate {
  if (monthBy === 'weekday') return sameWeekday(from, months)
  return monthBy === 'last-weekday' ? lastWeekday(from, months) : from.add({ months })
}

/** "The last Friday" (RFC 5545, 3.3.10: -1FR), whichever of the month it is. */
function lastWeekday(from: Temporal.PlainDate, months: number): Temporal.PlainDate {
  const first = from.with({ day: 1 }).add({ months })
  const last = first.with({ day: first.daysInMonth })
  return last.subtract({ days: (last.dayOfWeek - from.dayOfWeek + 7) % 7 })
}

/**
 * By date: a month without the 31st (30th, 29th) has its occurrence on its last day, and the next month on the 31st again
 * (`add` constrains). By weekday: "the fifth Tuesday" means the last one, in a month that has but four.
 */
function sameWeekday(from: Temporal.PlainDate, months: number): Temporal.PlainDate {
  const first = from.with({ day: 1 }).add({ months })
  const firstSuch = first.add({ days: (from.dayOfWeek - first.dayOfWeek + 7) % 7 })
  const date = firstSuch.add({ weeks: Math.ceil(from.day / 7) - 1 })
  return date.month === first.month ? date : date.subtract({ weeks: 1 })
}
