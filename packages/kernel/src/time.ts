import { Temporal } from 'temporal-polyfill'

export { Temporal }

/** `'08:30'` → 510. @throws RangeError on anything that is no time of day; `'24:00'` is the end of the day. */
export function minuteOfDay(time: string): number {
  const match = /^(\d{2}):(\d{2})$/.exec(time)
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN
  if (!(minute >= 0 && minute <= 1440) || Number(match?.[2]) > 59) throw new RangeError('not a time of day (HH:MM)')
  return minute
}

/** 510 → `'08:30'`. */
export function formatMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/**
 * The instant at which a clock on the wall of `zone` shows `minute` on `date` (`YYYY-MM-DD`). RFC 5545, 3.3.5: a time
 * that the spring change skips moves forward by the gap; one that happens twice in autumn means the first.
 * 1440 is the midnight that ends the day.
 */
export function instantAt(date: string, minute: number, zone: string): Temporal.Instant {
  const day = Temporal.PlainDate.from(date).add({ days: Math.floor(minute / 1440) })
  const rest = minute % 1440
  return day
    .toZonedDateTime({ timeZone: zone, plainTime: { hour: Math.floor(rest / 60), minute: rest % 60 } })
    .toInstant()
}

/** First instant of the civil day in `zone` and first of the next; 23, 24 or 25 hours apart. */
export function dayBounds(date: string, zone: string): { start: Temporal.Instant; end: Temporal.Instant } {
  return { start: instantAt(date, 0, zone), end: instantAt(date, 1440, zone) }
}

/** The civil date in `zone` at an instant. */
export function dateAt(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** What the wall clock in `zone` shows at an instant, in minutes since midnight. */
export function minuteAt(instant: Temporal.Instant, zone: string): number {
  const { hour, minute } = instant.toZonedDateTimeISO(zone)
  return hour * 60 + minute
}

/** Days since 1 January 1970 of a civil date (Hinnant, "chrono-compatible low-level date algorithms", days_from_civil). */
function dayNumber(date: string): number {
  const month = Number(date.slice(5, 7))
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + Number(date.slice(8, 10)) - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** Whole days from one civil date (`YYYY-MM-DD`) to another; negative when the other comes first. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** The other way round (civil_from_days). */
function dateOfDay(number: number): string {
  const era = Math.floor((number + 719_468) / 146_097)
  const dayOfEra = number + 719_468 - era * 146_097
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * The civil date so many whole days after another, before it where negative; both `YYYY-MM-DD`, of the years 0 to 9999.
 *
 * @throws RangeError on anything that is no such date
 */
export function addDays(date: string, days: number): string {
  const number = dayNumber(date)
  if (dateOfDay(number) !== date) throw new RangeError('not a date (YYYY-MM-DD)')
  return dateOfDay(number + days)
}
