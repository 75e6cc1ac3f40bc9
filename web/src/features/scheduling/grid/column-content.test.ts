import { expect, test } from 'vitest'
import { contentsOf } from './column-content.ts'
import { openingsOn } from './openings-on-grid.ts'
import type { Day, DayAppointment, Opening } from '../shapes.ts'
import { openingKey } from '../shapes.ts'

const at = (time: string) => `2026-11-24T${time}:00Z`
const opening = (start: string, end: string, resourceId = 'okafor'): Opening => ({
  start: at(start),
  end: at(end),
  assignments: [{ role: 'clinician', resourceId, start: at(start), end: at(end) }],
  reasons: [],
})
const visit = (status: DayAppointment['status']): DayAppointment => ({
  id: status,
  patient: {
    id: 'p',
    mrn: 'M',
    name: { given: 'Lena', family: 'Fox' },
    birthDate: '1990-01-01',
    language: 'en',
    interpreterNeeded: false,
  },
  visitTypeId: 't',
  start: at('14:00'),
  end: at('14:40'),
  status,
  assignments: [{ role: 'clinician', resourceId: 'okafor', start: at('14:00'), end: at('14:40') }],
})
const hold = {
  id: 'h',
  resourceId: 'okafor',
  start: at('16:00'),
  end: at('16:20'),
  staffName: 'Sam',
  expiresAt: at('13:05'),
}
const day: Day = {
  siteId: 's',
  date: '2026-11-24',
  timeZone: 'America/Chicago',
  resources: ['okafor', 'singh'].map((id) => ({
    id,
    kind: 'practitioner',
    name: id,
    specialty: null,
    open: [],
    bookedPercent: 0,
  })),
  blocks: [],
  holds: [hold],
  appointments: [visit('booked'), visit('cancelled'), visit('no-show')],
}
const wholeDay = { start: at('00:00'), end: '2026-11-25T06:00:00Z' }
const contentOf = (resourceId: string, on: Day = day) => contentsOf(on).get(resourceId)

test('a cancelled visit has given its time back, a missed one has not', () => {
  expect(contentOf('okafor')?.visits.map(({ appointment }) => appointment.status)).toEqual(['booked', 'no-show'])
  expect(contentOf('singh')?.visits).toEqual([])
})

test('who overlaps stands side by side, holds too', () => {
  expect(contentOf('okafor')?.visits.map(({ lane, of }) => [lane, of])).toEqual([
    [0, 2],
    [1, 2],
  ])
  expect(contentOf('okafor')?.holds.map(({ lane, of }) => [lane, of])).toEqual([[0, 1]])
})

test('people of a group stand in its one box; a session counts what begins in it', () => {
  const seated = { ...visit('booked'), id: 'seated', groupSessionId: 'g' }
  const group = {
    id: 'g',
    visitTypeId: 't',
    start: at('17:00'),
    end: at('18:00'),
    seats: 8,
    taken: 1,
    closed: false,
    assignments: [{ role: 'clinician', resourceId: 'okafor', start: at('17:00'), end: at('18:00') }],
  }
  const walkIns = {
    start: at('13:00'),
    end: at('16:00'),
    kind: 'open',
    label: null,
    visitTypeIds: null,
    releasesAt: null,
    capacity: 12,
    lanes: 1,
    overbook: 0,
    gridMinutes: null,
    walkIn: true,
  } as const
  const content = contentOf('okafor', {
    ...day,
    resources: day.resources.map((one) => ({ ...one, sessions: [walkIns] })),
    groups: [group],
    appointments: [visit('booked'), seated],
  })
  expect(content?.visits.map(({ appointment }) => appointment.id)).toEqual(['booked'])
  expect(content?.groups.map(({ group: { taken, seats } }) => [taken, seats])).toEqual([[1, 8]])
  expect(content?.sessions.map(({ begun, capacity }) => [begun, capacity])).toEqual([[1, 12]])
})

test('held before looked at; openings that overlap it stay away, the others of the day keep their numbers', () => {
  const tomorrow = { ...opening('17:00', '17:20'), start: '2026-11-25T17:00:00Z', end: '2026-11-25T17:20:00Z' }
  const elsewhere = {
    ...tomorrow,
    assignments: [{ role: 'clinician', resourceId: 'okafor', start: tomorrow.start, end: tomorrow.end }],
  }
  const list = [opening('15:00', '15:20'), opening('15:10', '15:30'), opening('17:00', '17:20'), elsewhere]
  const lookedAt = list[1] ?? null
  const shown = openingsOn('okafor', { list, lookedAt, held: null }, wholeDay)
  expect(shown.map(({ number, state }) => [number, state])).toEqual([
    [2, 'looked-at'],
    [3, 'offered'],
  ])
  const own = opening('16:00', '16:20')
  const hold = { id: 'h', expiresAt: at('13:05'), start: own.start, end: own.end, assignments: own.assignments }
  const held = { hold, opening: own, visitTypeId: 't' }
  expect(openingsOn('okafor', { list: [own], lookedAt: own, held }, wholeDay)).toEqual([
    { start: own.start, end: own.end, key: openingKey(own), number: 1, state: 'held' },
  ])
})

test('an interpreter who is needed for two legs has two boxes', () => {
  const legs = {
    ...opening('15:00', '15:20'),
    assignments: [
      { role: 'interpreter', resourceId: 'vo', start: at('15:00'), end: at('15:20') },
      { role: 'interpreter-2', resourceId: 'vo', start: at('15:40'), end: at('16:00') },
    ],
  }
  expect(openingsOn('vo', { list: [legs], lookedAt: null, held: null }, wholeDay).map(({ number }) => number)).toEqual([
    1, 1,
  ])
})
