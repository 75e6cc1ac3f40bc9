import { dateAt, Temporal } from '@foyer/kernel'
import type { Interval } from '../interval.ts'
import { minuteMs } from '../local-day.ts'

/** Time between a leg of a chain and the next: in civil days of the site, or on one day with a longest wait. */
export type LegGap =
  | { readonly sameDay: true; readonly maxWaitMinutes?: number | undefined }
  | { readonly minDays?: number | undefined; readonly maxDays?: number | undefined }

/** When a leg may begin; epoch milliseconds, `latest` included. */
export type LegTime = { readonly earliest: number; readonly latest: number }

/** The calendar of a site, which remembers what it worked out. */
export type Calendar = {
  readonly dateOf: (ms: number) => string
  /** Midnight that begins the day so many days after a date. */
  readonly midnight: (date: string, days: number) => number
}

/** No zone changes its date within a quarter of an hour of UTC. */
const quarterMs = 15 * minuteMs

export function calendarOf(zone: string): Calendar {
  const dates = new Map<number, string>()
  const midnights = new Map<string, number>()
  return {
    dateOf: (ms) => {
      const quarter = Math.floor(ms / quarterMs)
      const date = dates.get(quarter) ?? dateAt(Temporal.Instant.fromEpochMilliseconds(quarter * quarterMs), zone)
      dates.set(quarter, date)
      return date
    },
    midnight: (date, days) => {
      const key = `${date} ${days}`
      const known = midnights.get(key)
      if (known !== undefined) return known
      const ms = Temporal.PlainDate.from(date).add({ days }).toZonedDateTime(zone).epochMilliseconds
      midnights.set(key, ms)
      return ms
    },
  }
}

/**
 * When the next leg may begin after `before`. Nobody is in two places, so never before its end. Days are counted on the
 * calendar of the site, from the date on which the leg before begins: "after one day" means from midnight on, however long
 * the night is. On the same day it begins before midnight, and at most `maxWaitMinutes` after the leg before ends.
 */
export function legTime(before: Interval, gap: LegGap | undefined, { dateOf, midnight }: Calendar): LegTime {
  if (!gap) return { earliest: before.end, latest: Infinity }
  const date = dateOf(before.start)
  if ('sameDay' in gap) {
    const wait = gap.maxWaitMinutes === undefined ? Infinity : gap.maxWaitMinutes * minuteMs
    return { earliest: before.end, latest: Math.min(midnight(date, 1) - 1, before.end + wait) }
  }
  const { minDays = 0, maxDays } = gap
  return {
    earliest: minDays > 0 ? Math.max(before.end, midnight(date, minDays)) : before.end,
    latest: maxDays === undefined ? Infinity : midnight(date, maxDays + 1) - 1,
  }
}

/** Numbers of the legs, from 0, that do not begin when the leg before and its gap let them. */
export function brokenLegs(
  legs: readonly (Interval & { readonly gap?: LegGap | undefined })[],
  zone: string,
): number[] {
  const calendar = calendarOf(zone)
  return legs.flatMap((leg, at) => {
    const before = legs[at - 1]
    if (!before) return []
    const { earliest, latest } = legTime(before, leg.gap, calendar)
    return earliest <= leg.start && leg.start <= latest ? [] : [at]
  })
}
