import { daysBetween } from '@foyer/kernel'
import { calendarOf } from '../availability/zone-days.ts'
import type { Interval } from '../interval.ts'
import type { RuleEvaluation } from '../rules/rule.ts'
import { type LegGap, legTime } from './leg-gap.ts'

/**
 * What the gap between the leg before and this one says, as a rule of the booking; null where nothing is asked. A wait on
 * one day that is too long is a gap of no days that is not met.
 */
export function chainGapRule(
  before: Interval,
  leg: Interval,
  gap: LegGap | null | undefined,
  zone: string,
): RuleEvaluation | null {
  if (!gap) return null
  const calendar = calendarOf(zone)
  const date = calendar.dateAt(before.start)
  const { earliest, latest } = legTime(before, gap, calendar)
  const [minDays, maxDays] =
    'sameDay' in gap
      ? [0, 0]
      : 'minDays' in gap || 'maxDays' in gap
        ? [gap.minDays ?? null, gap.maxDays ?? null]
        : [null, null]
  return {
    rule: 'gap',
    days: daysBetween(date, calendar.dateAt(leg.start)),
    date,
    minDays,
    maxDays,
    verdict: earliest <= leg.start && leg.start <= latest ? 'met' : 'not-met',
  }
}
