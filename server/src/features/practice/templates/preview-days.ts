import { dateAt, minuteAt, Temporal } from '@foyer/kernel'
import {
  type Interval,
  type LocalDay,
  type SessionTime,
  sessionTimes,
  type Template,
  templateDiff,
} from '@foyer/scheduling'

export interface Stretch {
  readonly startMinute: number
  readonly endMinute: number
}

export interface PreviewDay {
  readonly date: string
  readonly clock: 'forward' | 'back' | null
  readonly open: readonly (Stretch & { label: string | null; reserved: boolean; walkIn: boolean })[]
  readonly gained: readonly Stretch[]
  readonly lost: readonly Stretch[]
}

const dayMs = 86_400_000
const minuteMs = 60_000

/** The part of each interval that lies on the day, in minutes of the wall clock. */
function onDay<T extends Interval>(times: readonly T[], day: LocalDay, zone: string): (Stretch & { of: T })[] {
  const minute = (ms: number): number => minuteAt(Temporal.Instant.fromEpochMilliseconds(ms), zone)
  return times.flatMap((of) => {
    const start = Math.max(of.start, day.start)
    const end = Math.min(of.end, day.end)
    if (start >= end) return []
    return [{ startMinute: minute(start), endMinute: end === day.end ? 1440 : minute(end), of }]
  })
}

function plain({ startMinute, endMinute }: Stretch): Stretch {
  return { startMinute, endMinute }
}

function clockOf({ start, end }: LocalDay): PreviewDay['clock'] {
  if (end - start === dayMs) return null
  return end - start < dayMs ? 'forward' : 'back'
}

function minutesIn(times: readonly Interval[]): number {
  return Math.round(times.reduce((sum, { start, end }) => sum + end - start, 0) / minuteMs)
}

/** Day by day what is open with the new hours, and what they bring and take. `zone` is that of the site. */
export function previewDays(before: Template, after: Template, days: readonly LocalDay[], zone: string) {
  const { gained, lost } = templateDiff(before, after, days)
  const sessions: readonly SessionTime[] = sessionTimes(days, after.weekly, after.exceptions, after.closedDates)
  return {
    days: days.map(
      (day): PreviewDay => ({
        date: day.date,
        clock: clockOf(day),
        open: onDay(sessions, day, zone).map(({ of, ...time }) => ({
          ...plain(time),
          label: of.label ?? null,
          reserved: of.visitTypeIds !== undefined,
          walkIn: of.walkIn ?? false,
        })),
        gained: onDay(gained, day, zone).map(plain),
        lost: onDay(lost, day, zone).map(plain),
      }),
    ),
    gainedMinutes: minutesIn(gained),
    lostMinutes: minutesIn(lost),
  }
}

/** All dates that booked visits touch, and so the days to look at. */
export function lastDateOf(ends: readonly string[], zone: string): string | undefined {
  return ends
    .map((end) => dateAt(Temporal.Instant.from(end), zone))
    .toSorted()
    .at(-1)
}
