import { contentsOf } from '../grid/column-content.ts'
import type { ColumnResource, GridColumn } from '../grid/grid-column.ts'
import { type Axis, axisBetween, rangeOf, type Times, wallAxisBetween } from '../grid/grid-geometry.ts'
import { lastsForDays } from '../grid/lasts-for-days.ts'
import type { Day } from '../shapes.ts'
import { siteContent } from './site-column.ts'

/** Longer than a shift: a room that is never closed does not stretch the day of whoever works in it. */
function isAllDay({ start, end }: Times): boolean {
  return Date.parse(end) - Date.parse(start) > 16 * 3_600_000
}

/** The hours of what is shown, its visits and groups, and what is closed for a part of the day: it is drawn, and dragged. */
function timesOf(day: Day, resources: readonly ColumnResource[]): readonly Times[] {
  const shown = new Set(resources.map(({ id }) => id))
  return [
    ...resources.flatMap(({ open }) => open.filter((hours) => !isAllDay(hours))),
    ...day.appointments.filter(
      ({ assignments, status }) =>
        status !== 'cancelled' &&
        (shown.has(day.siteId) || assignments.some(({ resourceId }) => shown.has(resourceId))),
    ),
    ...day.groups.filter(({ assignments }) => assignments.some(({ resourceId }) => shown.has(resourceId))),
    ...day.holds.filter(({ resourceId }) => shown.has(resourceId)),
    ...day.blocks.filter(
      (block) => shown.has(block.resourceId) && !isAllDay(block) && !lastsForDays(block, day.timeZone),
    ),
  ]
}

type DayColumns = { readonly day: Day; readonly resources: readonly ColumnResource[] }

function columnsWith(days: readonly DayColumns[], axisOf: (day: Day) => Axis): readonly GridColumn[] {
  return days.flatMap(({ day, resources }) => {
    const axis = axisOf(day)
    const contents = contentsOf(day, axis)
    return resources.flatMap((resource): readonly GridColumn[] => {
      const content = resource.kind === 'site' ? siteContent(day, axis) : contents.get(resource.id)
      return content ? [{ id: `${day.date}/${resource.id}`, day, resource, content, axis }] : []
    })
  })
}

/** Resources of one date side by side, of one site or of several: all on the clock of the first. */
export function dayColumns(days: readonly DayColumns[]): readonly GridColumn[] {
  const [first] = days
  if (!first) return []
  const { date, timeZone } = first.day
  const times = days.flatMap(({ day, resources }) => timesOf(day, resources))
  const { from, to } = rangeOf(date, timeZone, times)
  const axis = axisBetween(date, timeZone, from, to)
  return columnsWith(days, () => axis)
}

/** Several dates of one site side by side, by the wall clock. */
export function weekColumns(days: readonly DayColumns[]): readonly GridColumn[] {
  const ranges = days.map(({ day, resources }) => rangeOf(day.date, day.timeZone, timesOf(day, resources)))
  const from = Math.min(...ranges.map((range) => range.from))
  const to = Math.max(...ranges.map((range) => range.to))
  return columnsWith(days, (day) => wallAxisBetween(day.date, day.timeZone, from, to))
}
