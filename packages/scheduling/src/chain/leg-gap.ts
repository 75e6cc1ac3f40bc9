import { addDays } from '@foyer/kernel'
import type { Calendar } from '../availability/zone-days.ts'
import type { Interval } from '../interval.ts'
import { minuteMs } from '../local-day.ts'

/**
 * Time between a leg of a chain and the next: on one day with a longest wait, in civil days of the site, or in minutes.
 * What is left out is not asked for; all are included.
 */
export type LegGap =
  | {
      readonly sameDay: true
      readonly minMinutes?: number | undefined
      readonly maxWaitMinutes?: number | undefined
    }
  | { readonly minDays?: number | undefined; readonly maxDays?: number | undefined }
  | { readonly minMinutes?: number | undefined; readonly maxMinutes?: number | undefined }

/** Whatever any kind of gap may say. */
type AnyGap = {
  readonly sameDay?: true
  readonly minMinutes?: number | undefined
  readonly maxMinutes?: number | undefined
  readonly maxWaitMinutes?: number | undefined
  readonly minDays?: number | undefined
  readonly maxDays?: number | undefined
}

/** When a leg may begin; epoch milliseconds, `latest` included. */
export type LegTime = { readonly earliest: number; readonly latest: number }

/**
 * When the next leg may begin after `before`. Nobody is in two places, so never before its end. Days are counted on the
 * calendar of the site, from the date on which the leg before begins: "after one day" means from midnight on, however long
 * the night is. On the same day it begins before midnight, and at most `maxWaitMinutes` after the leg before ends. Minutes
 * are counted from that end. The search and the rule of a booking both ask this.
 */
export function legTime(before: Interval, gap: LegGap | undefined, calendar: Calendar): LegTime {
  return legTimes(gap, calendar)(before)
}

/** {@link legTime} for many that come before: what a date allows is worked out once. */
export function legTimes(gap: LegGap | undefined, calendar: Calendar): (before: Interval) => LegTime {
  const { minMinutes = 0, minDays = 0, ...most }: AnyGap = gap ?? {}
  const { maxMinutes = most.maxWaitMinutes ?? Infinity, maxDays = most.sameDay ? 0 : Infinity } = most
  const known = new Map<string, LegTime>()

  function daysAfter(date: string): LegTime {
    const before = known.get(date)
    if (before) return before
    const earliest = minDays > 0 ? calendar.localDay(addDays(date, minDays)).start : -Infinity
    const latest = maxDays < Infinity ? calendar.localDay(addDays(date, maxDays)).end - 1 : Infinity
    known.set(date, { earliest, latest })
    return { earliest, latest }
  }

  return ({ start, end }) => {
    const { earliest, latest } = daysAfter(calendar.dateAt(start))
    return {
      earliest: Math.max(end + minMinutes * minuteMs, earliest),
      latest: Math.min(end + maxMinutes * minuteMs, latest),
    }
  }
}
