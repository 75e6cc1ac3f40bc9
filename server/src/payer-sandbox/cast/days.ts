/** Civil dates as X12 has them, `CCYYMMDD`. */

import { Temporal } from '@foyer/kernel'

export function compact(day: Temporal.PlainDate): string {
  return day.toString().replaceAll('-', '')
}

export function firstOfYear(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.with({ month: 1, day: 1 })
}

export function endOfLastMonth(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.with({ day: 1 }).subtract({ days: 1 })
}

export function firstOfNextMonth(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.with({ day: 1 }).add({ months: 1 })
}
