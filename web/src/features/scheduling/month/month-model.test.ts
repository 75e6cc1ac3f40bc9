import { expect, test } from 'vitest'
import type { DayAppointment } from '../shapes.ts'
import { aDay, anAssignment, aResource, aVisit } from '../testing-day.ts'
import { countByDate, monthDayOf } from './month-model.ts'

const at = (time: string) => `2026-11-24T${time}:00Z`
const visit = (status: DayAppointment['status'], start: string, end: string) =>
  aVisit({ id: start, status, assignments: [anAssignment('clinician', 'singh', at(start), at(end))] })
const hours = (start: string, end: string) => [{ start: at(start), end: at(end), startMinute: 0, endMinute: 0 }]
const day = aDay({
  resources: [
    aResource('singh', 'practitioner', { open: hours('14:00', '18:00') }),
    aResource('room', 'room', { open: hours('00:00', '23:00') }),
  ],
  blocks: [{ id: 'b', resourceId: 'singh', start: at('17:00'), end: at('19:00'), reason: 'Admin' }],
  appointments: [
    visit('booked', '14:00', '15:00'),
    visit('booked', '14:30', '15:30'),
    visit('cancelled', '16:00', '17:00'),
  ],
})

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
