import { dateAt, minuteAt, Temporal } from '@foyer/kernel'
import type { GridColumn } from '../grid/grid-column.ts'
import { instantOn } from '../grid/grid-geometry.ts'

/** A stretch of one civil date, in minutes since its midnight. */
export type WallStretch = { readonly date: string; readonly startMinute: number; readonly endMinute: number }

/**
 * A stretch of a column (minutes since its axis begins) by the clock of the site it is of: time is closed and booked by that
 * one, also where the columns of several sites stand on the clock of the first. Kept to the date on which it begins.
 */
export function wallStretch({ axis, day }: Pick<GridColumn, 'axis' | 'day'>, from: number, to: number): WallStretch {
  const start = Temporal.Instant.from(instantOn(axis, from))
  const end = Temporal.Instant.from(instantOn(axis, to))
  const date = dateAt(start, day.timeZone)
  const endMinute = dateAt(end, day.timeZone) === date ? minuteAt(end, day.timeZone) : 1440
  return { date, startMinute: minuteAt(start, day.timeZone), endMinute }
}
