import { dateAt, dayBounds, Temporal } from '@foyer/kernel'

/** The midnight that ends the last date on which a visit may begin: `horizonDays` civil days after today. */
export function horizonEnd(horizonDays: number, zone: string, now: number): number {
  const today = Temporal.PlainDate.from(dateAt(Temporal.Instant.fromEpochMilliseconds(now), zone))
  return dayBounds(today.add({ days: horizonDays }).toString(), zone).end.epochMilliseconds
}
