import { instantAt } from '@foyer/kernel'
import { expect, test } from 'vitest'
import { calendarOf } from '../availability/zone-days.ts'
import type { Interval } from '../interval.ts'
import { chainGapRule } from './gap-rule.ts'
import { type LegGap, legTime } from './leg-gap.ts'

const zone = 'America/Chicago'
const at = (date: string, minute: number): number => instantAt(date, minute, zone).epochMilliseconds
const opening = (date: string, minute: number, minutes = 30): Interval => ({
  start: at(date, minute),
  end: at(date, minute) + minutes * 60_000,
})

test('on the same day the next leg begins before midnight and within the longest wait', () => {
  const before = opening('2026-12-08', 540)
  expect(legTime(before, { sameDay: true, maxWaitMinutes: 60 }, calendarOf(zone))).toEqual({
    earliest: at('2026-12-08', 570),
    latest: at('2026-12-08', 630),
  })
  expect(legTime(before, { sameDay: true }, calendarOf(zone)).latest).toBe(at('2026-12-09', 0) - 1)
})

test('days are those of the calendar, also over the night that has an hour less', () => {
  const before = opening('2027-03-13', 1380)
  expect(legTime(before, { minDays: 1, maxDays: 1 }, calendarOf(zone))).toEqual({
    earliest: at('2027-03-14', 0),
    latest: at('2027-03-15', 0) - 1,
  })
})

test('no leg begins before the one before has ended, whatever its gap', () => {
  const before = opening('2026-12-08', 540)
  const gaps: (LegGap | undefined)[] = [undefined, {}, { minDays: 0 }, { sameDay: true }]
  for (const gap of gaps) expect(legTime(before, gap, calendarOf(zone)).earliest).toBe(before.end)
})

test('minutes are counted from the end of the leg before, in both kinds of gap that have them', () => {
  const before = opening('2026-12-08', 540)
  const [earliest, latest] = [at('2026-12-08', 585), at('2026-12-08', 630)]
  expect(legTime(before, { minMinutes: 15, maxMinutes: 60 }, calendarOf(zone))).toEqual({ earliest, latest })
  expect(legTime(before, { sameDay: true, minMinutes: 15, maxWaitMinutes: 60 }, calendarOf(zone))).toEqual({
    earliest,
    latest,
  })
})

test('days of a leg over midnight are counted from the date on which it begins, in search and booking', () => {
  const night = opening('2026-12-08', 1430)
  const times = (gap: LegGap) => legTime(night, gap, calendarOf(zone))
  expect(times({ minDays: 1, maxDays: 1 })).toEqual({ earliest: night.end, latest: at('2026-12-10', 0) - 1 })
  const sameDay = times({ sameDay: true })
  expect(sameDay.latest).toBeLessThan(sameDay.earliest)
  const next = opening('2026-12-09', 60)
  expect(chainGapRule(night, next, { minDays: 1, maxDays: 1 }, zone)).toMatchObject({ days: 1, verdict: 'met' })
  expect(chainGapRule(night, next, { sameDay: true }, zone)).toMatchObject({ maxDays: 0, verdict: 'not-met' })
  expect(chainGapRule(night, next, { maxMinutes: 30 }, zone)).toMatchObject({ maxDays: null, verdict: 'not-met' })
})
