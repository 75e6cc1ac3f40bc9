import { formatMinute, minuteAt, minuteOfDay, Temporal } from '@foyer/kernel'
import { contains, type Interval, type LocalDay, openIntervalsOn } from '@foyer/scheduling'
import { minuteMs } from './slot.ts'
import type { PlannedException, PlannedResource } from '../plan.ts'

const before = 60 * minuteMs
const after = 90 * minuteMs

/**
 * The dated hours that make `wanted` part of the day of a resource, where its week does not hold them: whoever is seen
 * at night or on a Sunday is seen in a clinic that was opened for it, a while before and after. `days` are that day and
 * the next; `closed` are the holidays of the site.
 */
export function extraClinic(
  resource: PlannedResource,
  wanted: Interval,
  days: readonly LocalDay[],
  zone: string,
  closed: ReadonlySet<string>,
): PlannedException[] {
  if (contains(openIntervalsOn(days, resource.hours, [], closed), wanted)) return []
  return days.flatMap((day) => {
    const start = Math.max(wanted.start - before, day.start)
    const end = Math.min(Math.max(wanted.end, Math.min(wanted.end + after, days[0]?.end ?? 0)), day.end)
    if (start >= end) return []
    const startMinute = minuteOf(start, zone)
    const endMinute = end === day.end ? 1440 : minuteOf(end, zone)
    if (startMinute >= endMinute) return []
    return [
      { resource: resource.key, date: day.date, startMinute, endMinute, kind: 'open', reason: nameOf(startMinute) },
    ]
  })
}

function minuteOf(ms: number, zone: string): number {
  return minuteAt(Temporal.Instant.fromEpochMilliseconds(ms), zone)
}

function nameOf(startMinute: number): string {
  if (formatMinute(startMinute) < '07:00') return 'Early clinic'
  return startMinute >= minuteOfDay('16:00') ? 'Evening clinic' : 'Extra clinic'
}
