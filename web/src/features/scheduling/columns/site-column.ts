import { type ColumnContent, emptyContent } from '../grid/column-content.ts'
import type { ColumnResource } from '../grid/grid-column.ts'
import { boxed } from '../grid/boxes.ts'
import type { Axis } from '../grid/grid-geometry.ts'
import type { Day, DayResource } from '../shapes.ts'
import { type ChosenColumns, columnsOf } from './chosen-columns.ts'

type Times = { readonly start: string; readonly end: string }

/** The columns of a day: the whole site where it is wished for, then the resources that were chosen. */
export function columnsOfDay(
  day: Day,
  chosen: ChosenColumns,
  taking: readonly string[],
  siteName: string,
): readonly ColumnResource[] {
  const resources = columnsOf(day.resources, chosen, taking)
  return chosen.kinds.includes('site') ? [siteResource(day, siteName), ...resources] : resources
}

/** A site as if it were one resource: open while any clinician works, and as full as they are together. */
export function siteResource(day: Day, name: string): ColumnResource {
  const clinicians = day.resources.filter(({ kind, open }) => kind === 'practitioner' && open.length > 0)
  const minutes = ({ open }: DayResource) =>
    open.reduce((sum, { startMinute, endMinute }) => sum + endMinute - startMinute, 0)
  const all = clinicians.reduce((sum, one) => sum + minutes(one), 0)
  const booked = clinicians.reduce((sum, one) => sum + (minutes(one) * one.bookedPercent) / 100, 0)
  return {
    id: day.siteId,
    kind: 'site',
    name,
    specialty: null,
    lanes: clinicians.length,
    open: clinicians.flatMap(({ open }) => open),
    sessions: [],
    bookedPercent: all === 0 ? 0 : Math.round((100 * booked) / all),
  }
}

/** Every visit and group of the site once, side by side where they overlap. */
export function siteContent(day: Day, axis: Axis): ColumnContent {
  const visits = day.appointments
    .filter(({ status, groupSessionId }) => status !== 'cancelled' && groupSessionId === null)
    .map((appointment) => ({ appointment, role: 'site', start: appointment.start, end: appointment.end }))
    .sort(byStart)
  const groups = day.groups.map((group) => ({ group, start: group.start, end: group.end })).sort(byStart)
  const all = boxed<(typeof visits)[number] | (typeof groups)[number]>(axis, [...visits, ...groups])
  return {
    ...emptyContent,
    visits: all.flatMap((one) => ('appointment' in one ? [one] : [])),
    groups: all.flatMap((one) => ('group' in one ? [one] : [])),
  }
}

function byStart(a: Times, b: Times): number {
  return Date.parse(a.start) - Date.parse(b.start)
}
