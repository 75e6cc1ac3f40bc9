import { formatMinutes } from '../../../ui/format.ts'
import type { Hours } from '../shapes.ts'

/** Hours being typed, minutes since local midnight; null where nothing is typed yet. */
export interface SpanDraft {
  readonly key: number
  readonly startMinute: number | null
  readonly endMinute: number | null
}

/** Seven days, Monday first. */
export type WeekDraft = ReadonlyArray<readonly SpanDraft[]>

export type HoursFault = 'hours-open' | 'hours-backwards' | 'hours-overlap'

/** ISO 8601: Monday is 1. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

const endOfDay = 1440
const usualDay = { startMinute: 480, endMinute: 1020 }

function byStart(a: { readonly startMinute: number }, b: { readonly startMinute: number }): number {
  return a.startMinute - b.startMinute
}

export function hoursOn(hours: readonly Hours[], weekday: number): readonly Hours[] {
  return hours.filter((span) => span.weekday === weekday).toSorted(byStart)
}

export function weekOf(hours: readonly Hours[]): WeekDraft {
  return weekdays.map((weekday) =>
    hoursOn(hours, weekday).map(({ startMinute, endMinute }, key) => ({ key, startMinute, endMinute })),
  )
}

/** The hours that are filled in; ask `weekFaults` first whether all are. */
export function hoursOf(week: WeekDraft): readonly Hours[] {
  return week.flatMap((day, index) =>
    day.flatMap(({ startMinute, endMinute }) =>
      startMinute === null || endMinute === null ? [] : [{ weekday: index + 1, startMinute, endMinute }],
    ),
  )
}

/** A line for the day: the usual hours, or what is left after the last ones. */
export function nextSpan(day: readonly SpanDraft[]): SpanDraft {
  const key = Math.max(-1, ...day.map((span) => span.key)) + 1
  if (day.length === 0) return { key, ...usualDay }
  const last = Math.max(...day.map(({ endMinute }) => endMinute ?? endOfDay))
  if (last + 60 >= endOfDay) return { key, startMinute: null, endMinute: null }
  return { key, startMinute: last + 60, endMinute: Math.max(usualDay.endMinute, Math.min(last + 300, endOfDay)) }
}

export function withDay(week: WeekDraft, index: number, day: readonly SpanDraft[]): WeekDraft {
  return week.with(index, day)
}

/** Monday to Friday as this day is; the weekend stays. */
export function copyToWeekdays(week: WeekDraft, index: number): WeekDraft {
  const source = week[index] ?? []
  return week.map((day, at) => (at < 5 ? source : day))
}

function dayFault(day: readonly SpanDraft[]): HoursFault | null {
  const spans = day.flatMap(({ startMinute, endMinute }) =>
    startMinute === null || endMinute === null ? [] : [{ startMinute, endMinute }],
  )
  if (spans.length < day.length) return 'hours-open'
  if (spans.some(({ startMinute, endMinute }) => endMinute <= startMinute)) return 'hours-backwards'
  const sorted = spans.toSorted(byStart)
  const overlaps = sorted.some((span, at) => span.startMinute < (sorted[at - 1]?.endMinute ?? 0))
  return overlaps ? 'hours-overlap' : null
}

/** What has to be mended, by weekday (1 to 7); the same rules the server holds. */
export function weekFaults(week: WeekDraft): ReadonlyMap<number, HoursFault> {
  const faults = week.map((day, index) => [index + 1, dayFault(day)] as const)
  return new Map(faults.flatMap(([weekday, fault]) => (fault === null ? [] : [[weekday, fault] as const])))
}

/** "8:00–12:00, 13:00–17:00"; empty where there are no hours. */
export function timesText(spans: ReadonlyArray<Pick<Hours, 'startMinute' | 'endMinute'>>): string {
  return spans
    .map(({ startMinute, endMinute }) => `${formatMinutes(startMinute)}–${formatMinutes(endMinute)}`)
    .join(', ')
}

export interface SameHours {
  /** First and last weekday of each run of neighbouring days. */
  readonly runs: ReadonlyArray<readonly [first: number, last: number]>
  /** "8:00–12:00, 13:00–17:00" */
  readonly times: string
}

/** The days that have the same hours, together; days without hours are left out. */
export function sameHours(hours: readonly Hours[]): readonly SameHours[] {
  const days = Map.groupBy(weekdays, (weekday) => timesText(hoursOn(hours, weekday)))
  days.delete('')
  return [...days].map(([times, members]) => ({ times, runs: runsOf(members) }))
}

function runsOf(days: readonly number[]): SameHours['runs'] {
  const runs: Array<readonly [number, number]> = []
  for (const day of days) {
    const before = runs.at(-1)
    if (before && before[1] === day - 1) runs.splice(-1, 1, [before[0], day])
    else runs.push([day, day])
  }
  return runs
}
