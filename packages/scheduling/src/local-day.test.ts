import { instantAt, minuteAt, Temporal } from '@foyer/kernel'
import { expect, test } from 'vitest'
import { datesBetween, instantOf, localDay } from './local-day.ts'

const changes = [
  ['America/Chicago', '2027-03-14', 23],
  ['America/Chicago', '2026-11-01', 25],
  ['Australia/Lord_Howe', '2026-10-04', 23.5],
  ['Africa/Cairo', '2026-04-24', 23],
  ['America/Havana', '2026-11-01', 25],
  ['Pacific/Auckland', '2026-11-22', 24],
  ['Asia/Kathmandu', '2026-11-22', 24],
] as const

test.each(changes)('%s on %s has %d hours, and every minute is where the wall clock says', (zone, date, hours) => {
  const day = localDay(date, zone)
  expect((day.end - day.start) / 3_600_000).toBe(hours)
  for (let minute = 0; minute < 1440; minute += 15) {
    const instant = instantAt(date, minute, zone)
    if (minuteAt(instant, zone) === minute) expect(instantOf(day, minute)).toBe(instant.epochMilliseconds)
  }
  expect(instantOf(day, 1440)).toBe(instantAt(date, 1440, zone).epochMilliseconds)
})

test('a skipped time is the moment of the change', () => {
  const change = Temporal.Instant.from('2027-03-14T08:00Z').epochMilliseconds
  const day = localDay('2027-03-14', 'America/Chicago')
  expect([119, 120, 150, 180].map((minute) => instantOf(day, minute) - change)).toEqual([-60_000, 0, 0, 0])
})

test('a date that a zone left out has no time in it', () => {
  expect(localDay('2011-12-30', 'Pacific/Apia').stretches).toEqual([])
})

test('dates run over the end of a month and stop at the last', () => {
  expect(datesBetween('2026-11-29', '2026-12-01')).toEqual(['2026-11-29', '2026-11-30', '2026-12-01'])
  expect(datesBetween('2026-12-01', '2026-11-29')).toEqual([])
})
