import { dateAt, instantAt, minuteAt, Temporal } from '@foyer/kernel'
import type { GridColumn } from '../grid/grid-column.ts'
import { offsetOf, rawOffset } from '../grid/grid-geometry.ts'

/** The minutes that a stretch begins with when it is asked for by key. */
const usualMinutes = 60
/** Without a rule of the session, visits begin every ten minutes. */
const usualStep = 10
const wholeDay = 1440
/** A field of the clock has no midnight at the end of a day. */
const latest = wholeDay - 5

type At = Pick<GridColumn, 'axis' | 'day' | 'resource'>

/**
 * The stretch of a column that is meant where none was marked, in minutes since its axis begins: after the visit that the
 * focus is on (`after`, an instant), else from when the hours begin; today not before now, at the next start of the grid.
 */
export function stretchAt({ axis, day, resource }: At, now: string, after?: string): { from: number; to: number } {
  const opens = resource.open.map(({ start }) => offsetOf(axis, start))
  const first =
    after === undefined ? Math.min(...opens, Math.max(0, axis.minutes - usualMinutes)) : offsetOf(axis, after)
  const least = soonest({ axis, day, resource }, now)
  const from = Math.max(first, least)
  // Now is also after what is drawn of the day.
  const isLate = from === least && from + usualMinutes > axis.minutes
  const end = Math.min(offsetAt({ axis, day }, latest), isLate ? wholeDay : axis.minutes)
  return { from, to: Math.min(end, from + usualMinutes) }
}

/** Of another day than today any time. */
function soonest({ axis, day, resource }: At, now: string): number {
  const instant = Temporal.Instant.from(now)
  if (dateAt(instant, day.timeZone) !== day.date) return 0
  const session = resource.sessions.find(({ start, end }) => Date.parse(start) <= Date.parse(now) && now < end)
  const step = session?.gridMinutes ?? usualStep
  const next = Math.ceil(minuteAt(instant, day.timeZone) / step) * step
  return offsetAt({ axis, day }, Math.min(next, wholeDay - step))
}

/** Where a minute of the day of the column is on the axis, which may be drawn by the clock of another site. */
function offsetAt({ axis, day }: Pick<At, 'axis' | 'day'>, minute: number): number {
  return rawOffset(axis, instantAt(day.date, minute, day.timeZone).toString())
}
