import { type ChosenColumns, isChosen } from '../columns/chosen-columns.ts'
import type { Day, DayAppointment } from '../shapes.ts'

export type ListFilter = {
  readonly resourceId: string | null
  readonly visitTypeId: string | null
  readonly status: DayAppointment['status'] | null
}
export const noFilter: ListFilter = { resourceId: null, visitTypeId: null, status: null }

/** Visits by time, then by who leads them; of the chosen columns, and of the filter within them. */
export function listed(days: readonly Day[], chosen: ChosenColumns, filter: ListFilter): readonly DayAppointment[] {
  const shown = new Set(
    days.flatMap(({ resources }) => resources.filter((one) => isChosen(chosen, one)).map(({ id }) => id)),
  )
  const seen = new Map(days.flatMap((day) => day.appointments.map((visit) => [visit.id, visit] as const)))
  return [...seen.values()]
    .filter(
      ({ assignments, visitTypeId, status }) =>
        assignments.some(({ resourceId }) => shown.has(resourceId)) &&
        (filter.resourceId === null || assignments.some(({ resourceId }) => resourceId === filter.resourceId)) &&
        (filter.visitTypeId === null || filter.visitTypeId === visitTypeId) &&
        (filter.status === null ? status !== 'cancelled' : filter.status === status),
    )
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start) || a.id.localeCompare(b.id))
}
