import { instantAt, minuteAt, Temporal } from '@foyer/kernel'
import { expect, test } from 'vitest'
import { createIndex } from './availability/availability-index.ts'
import { utcDay } from './availability/ticks.ts'
import { datesBetween, localDays } from './local-day.ts'
import { findOpenings } from './openings.ts'
import { sessionTimes } from './session-times.ts'
import type { WeeklyHours } from './template.ts'

/** Starts by the wall clock of a visit of 30 minutes on a half-hour grid, with these hours every day. */
function startsOn(date: string, zone: string, hours: readonly [number, number]): string[] {
  const { before, after } = around(date)
  const weekly = ([1, 2, 3, 4, 5, 6, 7] as const).map(
    (weekday): WeeklyHours => ({ weekday, startMinute: hours[0], endMinute: hours[1] }),
  )
  const first = utcDay(instantAt(before, 0, zone).epochMilliseconds)
  const index = createIndex({ firstDay: first, days: 5 })
  const sessions = sessionTimes(localDays(datesBetween(before, after), zone), weekly, [])
  index.putResource({ id: 'ana', lanes: 1, overbook: 0, sessions })
  const visitType = {
    id: 'visit',
    durationMinutes: 30,
    gridMinutes: 30,
    roles: [{ name: 'clinician', kind: 'practitioner' as const, candidates: ['ana'] }],
  }
  return findOpenings({ visitType, zone, from: date, to: date, limit: Infinity }, index, 0)
    .openings.toSorted((a, b) => a.start - b.start)
    .map(({ start }) => {
      const minute = minuteAt(Temporal.Instant.fromEpochMilliseconds(start), zone)
      return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
    })
}

function around(date: string): { before: string; after: string } {
  const day = Temporal.PlainDate.from(date)
  return { before: day.subtract({ days: 1 }).toString(), after: day.add({ days: 1 }).toString() }
}

test.each([
  ['America/Chicago, the missing hour', '2027-03-14', 'America/Chicago', [60, 240], ['1:00', '1:30', '3:00', '3:30']],
  [
    'America/Chicago, the hour that happens twice',
    '2026-11-01',
    'America/Chicago',
    [60, 180],
    ['1:00', '1:30', '1:00', '1:30', '2:00', '2:30'],
  ],
  [
    'Lord Howe, the missing half hour',
    '2026-10-04',
    'Australia/Lord_Howe',
    [60, 210],
    ['1:00', '1:30', '2:30', '3:00'],
  ],
  [
    'Lord Howe, the half hour that happens twice',
    '2027-04-04',
    'Australia/Lord_Howe',
    [60, 150],
    ['1:00', '1:30', '1:30', '2:00'],
  ],
  ['Kiritimati, a day ahead of UTC', '2026-11-22', 'Pacific/Kiritimati', [480, 570], ['8:00', '8:30', '9:00']],
  [
    'Pago Pago, on the other side of the date line',
    '2026-11-22',
    'Pacific/Pago_Pago',
    [480, 570],
    ['8:00', '8:30', '9:00'],
  ],
  ['Berlin, the missing hour', '2027-03-28', 'Europe/Berlin', [60, 240], ['1:00', '1:30', '3:00', '3:30']],
] as const)('%s', (_name, date, zone, hours, expected) => {
  expect(startsOn(date, zone, hours)).toEqual(expected)
})

test.each(['America/Chicago', 'Pacific/Kiritimati', 'Europe/Berlin'])(
  'a visit over midnight, local and of UTC, belongs to the date it begins on: %s',
  (zone) => {
    const all = startsOn('2026-11-22', zone, [0, 1440])
    expect(all).toHaveLength(48)
    expect([all[0], all.at(-1)]).toEqual(['0:00', '23:30'])
  },
)
