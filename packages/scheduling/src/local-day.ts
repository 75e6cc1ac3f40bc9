import { dayBounds, Temporal } from '@foyer/kernel'

export const minuteMs = 60_000
export const dayMs = 86_400_000

/** A part of a day in which the clock is not changed. `midnight` is the instant its clock shows 00:00, or would have. */
export type Stretch = { readonly start: number; readonly end: number; readonly midnight: number }

/**
 * A civil day of one time zone as instants (epoch milliseconds): one stretch on most days, two on the days on which the
 * clock changes. With it, wall time and instants are turned into one another by plain arithmetic.
 */
export type LocalDay = {
  readonly date: string
  /** ISO 8601: Monday is 1, Sunday is 7. */
  readonly weekday: number
  readonly start: number
  readonly end: number
  readonly stretches: readonly Stretch[]
}

/** @param dates civil dates `YYYY-MM-DD`. @param zone IANA name. */
export function localDays(dates: readonly string[], zone: string): LocalDay[] {
  return dates.map((date) => localDay(date, zone))
}

export function localDay(date: string, zone: string): LocalDay {
  const bounds = dayBounds(date, zone)
  const start = bounds.start.epochMilliseconds
  const end = bounds.end.epochMilliseconds
  const { dayOfWeek: weekday } = Temporal.PlainDate.from(date)
  const stretches = end - start === dayMs ? [{ start, end, midnight: start }] : changedDay(date, zone, start, end)
  return { date, weekday, start, end, stretches }
}

function changedDay(date: string, zone: string, start: number, end: number): Stretch[] {
  const utcMidnight = Temporal.Instant.from(`${date}T00:00Z`).epochMilliseconds
  const stretches: Stretch[] = []
  let from = start
  while (from < end) {
    const clock = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
    const change = clock.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity
    const until = Math.min(change, end)
    stretches.push({ start: from, end: until, midnight: utcMidnight - clock.offsetNanoseconds / 1_000_000 })
    from = until
  }
  return stretches
}

/**
 * The instant at which the clock shows `minute` (0 to 1440) on that day. A time that happens twice means the first; a time
 * that is skipped means the moment of the change, so that hours which begin or end inside the gap lose nothing beside it.
 */
export function instantOf(day: LocalDay, minute: number): number {
  for (const stretch of day.stretches) {
    const instant = stretch.midnight + minute * minuteMs
    if (instant < stretch.start) return stretch.start
    if (instant < stretch.end) return instant
  }
  return day.end
}

/** `from` to `to`, both included; empty when `to` lies before `from`. */
export function datesBetween(from: string, to: string): string[] {
  const dates: string[] = []
  const last = Temporal.PlainDate.from(to)
  let date = Temporal.PlainDate.from(from)
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    dates.push(date.toString())
    date = date.add({ days: 1 })
  }
  return dates
}
