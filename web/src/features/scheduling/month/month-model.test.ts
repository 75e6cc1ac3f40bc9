import { expect, test } from 'vitest'
import type { Day, DayAppointment } from '../shapes.ts'
import { countByDate, monthDayOf } from './month-model.ts'

const at = (time: string) => `2026-11-24T${time}:00Z`
const visit = (status: string, start: string, end: string) =>
  ({
    id: start,
    status,
    start: at(start),
    end: at(end),
    assignments: [{ role: 'clinician', resourceId: 'singh', start: at(start), end: at(end) }],
  }) as DayAppointment // the person takes no part
const day: Day = {
  siteId: 's',
  date: '2026-11-24',
  timeZone: 'America/Chicago',
  resources: [
    {
      id: 'singh',
      kind: 'practitioner',
      name: 'Dr. Singh',
      specialty: null,
      open: [{ start: at('14:00'), end: at('18:00'), startMinute: 480, endMinute: 720 }],
      bookedPercent: 0,
    },
    {
      id: 'room',
      kind: 'room',
      name: 'Room',
      specialty: null,
      open: [{ start: at('00:00'), end: at('23:00'), startMinute: 0, endMinute: 1380 }],
      bookedPercent: 0,
    },
  ],
  blocks: [{ id: 'b', resourceId: 'singh', start: at('17:00'), end: at('19:00'), reason: 'Admin' }],
  holds: [],
  appointments: [
    visit('booked', '14:00', '15:00'),
    visit('booked', '14:30', '15:30'),
    visit('cancelled', '16:00', '17:00'),
  ],
}

test('three hours without the block; two visits side by side fill one and a half of them', () => {
  expect(monthDayOf(day, { kinds: ['practitioner'], ids: [] })).toEqual({
    date: '2026-11-24',
    isClosed: false,
    holiday: null,
    visits: 2,
    openMinutes: 240,
    bookedPercent: 50,
    freeMinutes: 90,
  })
})

test('without hours and visits a day is closed', () => {
  expect(monthDayOf({ ...day, resources: [], appointments: [] }, { kinds: ['practitioner'], ids: [] }).isClosed).toBe(
    true,
  )
})

test('openings are counted on the date of the site, not of Greenwich', () => {
  const dateOf = (instant: string) => (instant < '2026-11-25T06:00:00Z' ? '2026-11-24' : '2026-11-25')
  expect([...countByDate(['2026-11-25T01:00:00Z', '2026-11-24T20:00:00Z', '2026-11-25T15:00:00Z'], dateOf)]).toEqual([
    ['2026-11-24', 2],
    ['2026-11-25', 1],
  ])
})
