import { dateAt, daysBetween, Temporal } from '@foyer/kernel'

/**
 * Days from today to the third next opening, as the Institute for Healthcare Improvement defines it: every calendar day
 * counts, held time is no opening. Null where there are fewer than three.
 *
 * @param starts of the openings of one visit type, in any order; one start that several clinicians could take is as many
 * openings as there are clinicians. Epoch milliseconds.
 */
export function thirdNextAvailable(starts: readonly number[], now: number, zone: string): number | null {
  const third = starts.filter((start) => start >= now).sort((a, b) => a - b)[2]
  return third === undefined ? null : civilDays(now, third, zone)
}

/** When a visit was booked and when it begins; epoch milliseconds. */
export type WaitRow = { readonly bookedAt: number; readonly start: number; readonly zone: string }

export type Wait = {
  readonly visits: number
  /** Null where there are no visits. */
  readonly medianDays: number | null
  /** Nine of ten visits waited at most so long. */
  readonly ninetiethDays: number | null
}

/** Civil days of the site from booking to visit. One that was entered after it began waited 0 days. */
export function daysToAppointment(rows: readonly WaitRow[]): Wait {
  const days = rows
    .map(({ bookedAt, start, zone }) => Math.max(0, civilDays(bookedAt, start, zone)))
    .sort((a, b) => a - b)
  const upper = days[Math.floor(days.length / 2)]
  const lower = days[Math.ceil(days.length / 2) - 1]
  return {
    visits: days.length,
    medianDays: lower === undefined || upper === undefined ? null : (lower + upper) / 2,
    ninetiethDays: days[Math.ceil(days.length * 0.9) - 1] ?? null,
  }
}

function civilDays(from: number, to: number, zone: string): number {
  const on = (ms: number): string => dateAt(Temporal.Instant.fromEpochMilliseconds(ms), zone)
  return daysBetween(on(from), on(to))
}
