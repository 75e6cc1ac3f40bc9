import type { Calendar } from '../availability/zone-days.ts'
import type { Interval } from '../interval.ts'
import { minuteMs } from '../local-day.ts'
import { roleTime, type VisitTypeRule } from '../visit-type.ts'
import type { ChainLeg } from './chain.ts'
import { legTimes } from './leg-gap.ts'

/**
 * When the search lets a leg begin after the one before: within its gap. Where somebody could be asked in both legs, the
 * buffers of the two are kept apart as well ({@link buffersBetween}).
 */
export function gapsAfter(leg: ChainLeg, buffers: number, calendar: Calendar): (before: Interval) => Interval {
  const times = legTimes(leg.gap, calendar)
  return (before) => {
    const { earliest, latest } = times(before)
    return { start: Math.max(earliest, before.end + buffers), end: latest + 1 }
  }
}

function shareSomebody(before: VisitTypeRule, after: VisitTypeRule): boolean {
  const ids = new Set(before.roles.flatMap(({ candidates }) => candidates))
  return after.roles.some(({ candidates }) => candidates.some((id) => ids.has(id)))
}

/** How much later than the end of the one visit the other begins so that nobody is kept by both; milliseconds. */
export function buffersBetween(before: VisitTypeRule, after: VisitTypeRule): number {
  if (!shareSomebody(before, after)) return 0
  const kept = before.roles.map((role) => roleTime(before, role, 0).end - before.durationMinutes * minuteMs)
  const needed = after.roles.map((role) => -roleTime(after, role, 0).start)
  return Math.max(0, Math.max(...kept) + Math.max(...needed))
}
