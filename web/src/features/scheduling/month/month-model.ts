import { type ChosenColumns, isChosen } from '../columns/chosen-columns.ts'
import type { Day } from '../shapes.ts'

/** A day of the month in a few numbers, over the columns that are chosen. */
export type MonthDay = {
  readonly date: string
  readonly isClosed: boolean
  readonly holiday: string | null
  readonly visits: number
  readonly openMinutes: number
  readonly bookedPercent: number
  /** Minutes of the hours that are neither booked nor blocked. */
  readonly freeMinutes: number
}

const minuteMs = 60_000
type Times = { readonly start: string; readonly end: string }

export function monthDayOf(day: Day, chosen: ChosenColumns): MonthDay {
  const resources = day.resources.filter((one) => isChosen(chosen, one))
  const ids = new Set(resources.map(({ id }) => id))
  const visits = day.appointments.filter(
    ({ status, assignments }) => status !== 'cancelled' && assignments.some(({ resourceId }) => ids.has(resourceId)),
  )
  let openMinutes = 0
  let blocked = 0
  let booked = 0
  for (const { id, open } of resources) {
    openMinutes += sum(open)
    blocked += sum(
      within(
        day.blocks.filter((block) => block.resourceId === id),
        open,
      ),
    )
    const taken = visits.flatMap(({ assignments }) => assignments.filter(({ resourceId }) => resourceId === id))
    booked += sum(within(taken, open))
  }
  const hours = Math.max(0, openMinutes - blocked)
  return {
    date: day.date,
    isClosed: openMinutes === 0 && visits.length === 0,
    holiday: day.holiday,
    visits: visits.length,
    openMinutes,
    bookedPercent: hours === 0 ? 0 : Math.min(100, Math.round((100 * booked) / hours)),
    freeMinutes: Math.max(0, hours - booked),
  }
}

function sum(times: readonly Times[]): number {
  return times.reduce((all, { start, end }) => all + (Date.parse(end) - Date.parse(start)) / minuteMs, 0)
}

/** The parts of these times that lie in the hours; what overlaps counts once. */
function within(times: readonly Times[], hours: readonly Times[]): readonly Times[] {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of [...times].sort((a, b) => Date.parse(a.start) - Date.parse(b.start))) {
    const last = merged.at(-1)
    const [from, to] = [Date.parse(start), Date.parse(end)]
    if (last && from <= last.end) last.end = Math.max(last.end, to)
    else merged.push({ start: from, end: to })
  }
  return merged.flatMap(({ start, end }) =>
    hours.flatMap((one) => {
      const from = Math.max(start, Date.parse(one.start))
      const to = Math.min(end, Date.parse(one.end))
      return from < to ? [{ start: new Date(from).toISOString(), end: new Date(to).toISOString() }] : []
    }),
  )
}

/** How many openings begin on each date; dates without any are not in it. */
export function countByDate(
  starts: readonly string[],
  dateOf: (instant: string) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const start of starts) {
    const date = dateOf(start)
    counts.set(date, (counts.get(date) ?? 0) + 1)
  }
  return counts
}
