import type { Calendar } from '../availability/zone-days.ts'
import type { Interval } from '../interval.ts'
import { minuteMs } from '../local-day.ts'
import { roleTime, type VisitTypeRule } from '../visit-type.ts'
import type { ChainGap, ChainLeg } from './chain.ts'

/**
 * When a leg may begin after one that ends at `end`: within its gap, and never before that end. Where somebody could be
 * asked in both legs, the buffers of the two are kept apart as well ({@link buffersBetween}).
 */
export function gapAfter(leg: ChainLeg, buffers: number, end: number, calendar: Calendar): Interval {
  const gap = windowOf(leg.gap ?? {}, end, calendar)
  return { start: Math.max(gap.start, end + buffers), end: gap.end }
}

function windowOf(gap: ChainGap, end: number, calendar: Calendar): Interval {
  const date = calendar.dateAt(end - 1)
  if ('minDays' in gap) {
    const start = calendar.localDay(calendar.addDays(date, gap.minDays)).start
    return { start: Math.max(start, end), end: calendar.localDay(calendar.addDays(date, gap.maxDays)).end }
  }
  const { minMinutes = 0 } = gap
  const start = end + minMinutes * minuteMs
  if ('sameDay' in gap) return { start, end: calendar.localDay(date).end }
  return { start, end: gap.maxMinutes === undefined ? Infinity : end + gap.maxMinutes * minuteMs + 1 }
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
