import { Temporal } from '@foyer/kernel'
import { expect, test } from 'vitest'
import { hoursOn } from './day-sessions.ts'
import { openIntervals } from './session-times.ts'
import type { WeeklyHours } from './template.ts'

const chicago = 'America/Chicago'
const allWeek = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, startMinute: 0, endMinute: 1440 }))

function sunday(startMinute: number, endMinute: number): WeeklyHours {
  return { weekday: 7, startMinute, endMinute }
}

function spoken(dates: readonly string[], zone: string, weekly: readonly WeeklyHours[]): string[] {
  const say = (instant: number): string => Temporal.Instant.fromEpochMilliseconds(instant).toString()
  return openIntervals(dates, zone, weekly, []).map(({ start, end }) => `${say(start)} ${say(end)}`)
}

test('weekly hours of the weekday, merged and sorted', () => {
  const weekly: WeeklyHours[] = [
    { weekday: 1, startMinute: 780, endMinute: 1020 },
    { weekday: 1, startMinute: 480, endMinute: 720 },
    { weekday: 1, startMinute: 700, endMinute: 730 },
    { weekday: 2, startMinute: 0, endMinute: 60 },
  ]
  expect(hoursOn('2026-11-23', weekly, [])).toEqual([
    { start: 480, end: 730 },
    { start: 780, end: 1020 },
  ])
})

test('an exception opens and closes its own date only, and closed wins', () => {
  const weekly: WeeklyHours[] = [{ weekday: 1, startMinute: 480, endMinute: 720 }]
  const exceptions = [
    { date: '2026-11-23', startMinute: 720, endMinute: 780, kind: 'open' },
    { date: '2026-11-23', startMinute: 540, endMinute: 750, kind: 'closed', reason: 'training' },
  ] as const
  expect(hoursOn('2026-11-23', weekly, exceptions)).toEqual([
    { start: 480, end: 540 },
    { start: 750, end: 780 },
  ])
  expect(hoursOn('2026-11-30', weekly, exceptions)).toEqual([{ start: 480, end: 720 }])
})

test('every other week counts whole weeks from the anchor, before it too', () => {
  const hours: WeeklyHours = { weekday: 1, startMinute: 0, endMinute: 60, everyWeeks: 2, anchor: '2026-11-29' }
  const dates = ['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07']
  expect(dates.filter((date) => hoursOn(date, [hours], []).length > 0)).toEqual([
    '2026-11-09',
    '2026-11-23',
    '2026-12-07',
  ])
})

test('the first and the last date of validity are included', () => {
  const hours: WeeklyHours = {
    weekday: 1,
    startMinute: 0,
    endMinute: 60,
    validFrom: '2026-11-16',
    validTo: '2026-11-23',
  }
  const dates = ['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']
  expect(dates.filter((date) => hoursOn(date, [hours], []).length > 0)).toEqual(['2026-11-16', '2026-11-23'])
})

test('2027-03-14 in Chicago: the hour from 02:00 to 03:00 is missing', () => {
  expect(spoken(['2027-03-14'], chicago, [sunday(0, 1440)])).toEqual(['2027-03-14T06:00:00Z 2027-03-15T05:00:00Z'])
  expect(spoken(['2027-03-14'], chicago, [sunday(120, 180)])).toEqual([])
  expect(spoken(['2027-03-14'], chicago, [sunday(150, 240)])).toEqual(['2027-03-14T08:00:00Z 2027-03-14T09:00:00Z'])
  expect(spoken(['2027-03-14'], chicago, [sunday(60, 150)])).toEqual(['2027-03-14T07:00:00Z 2027-03-14T08:00:00Z'])
})

test('2026-11-01 in Chicago: the hour from 01:00 to 02:00 happens twice and is open twice', () => {
  expect(spoken(['2026-11-01'], chicago, [sunday(60, 120)])).toEqual(['2026-11-01T06:00:00Z 2026-11-01T08:00:00Z'])
  expect(spoken(['2026-11-01'], chicago, [sunday(0, 90)])).toEqual(['2026-11-01T05:00:00Z 2026-11-01T06:30:00Z'])
})

test('a shift over midnight is one interval, on the night of the change too', () => {
  const night: WeeklyHours[] = [{ weekday: 6, startMinute: 1320, endMinute: 1440 }, sunday(0, 360)]
  expect(spoken(['2026-11-21', '2026-11-22'], chicago, night)).toEqual(['2026-11-22T04:00:00Z 2026-11-22T12:00:00Z'])
  expect(spoken(['2026-10-31', '2026-11-01'], chicago, night)).toEqual(['2026-11-01T03:00:00Z 2026-11-01T12:00:00Z'])
})

test('beyond the date line the civil date of the site counts', () => {
  const monday: WeeklyHours = { weekday: 1, startMinute: 480, endMinute: 1020 }
  expect(spoken(['2026-11-23'], 'Pacific/Auckland', [monday])).toEqual(['2026-11-22T19:00:00Z 2026-11-23T04:00:00Z'])
  expect(spoken(['2026-09-27'], 'Pacific/Auckland', allWeek)).toEqual(['2026-09-26T12:00:00Z 2026-09-27T11:00:00Z'])
})
