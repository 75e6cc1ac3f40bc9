import { expect, test } from 'vitest'
import { contentOf } from './column-content.ts'
import type { Day, DayAppointment, Opening } from '../shapes.ts'
import { openingKey } from '../shapes.ts'

const at = (time: string) => `2026-11-24T${time}:00Z`
const opening = (start: string, end: string, resourceId = 'okafor'): Opening => ({
  start: at(start),
  end: at(end),
  assignments: [{ role: 'clinician', resourceId, start: at(start), end: at(end), lane: 0 }],
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
  assignments: [{ role: 'clinician', resourceId: 'okafor', start: at('14:00'), end: at('14:40'), lane: 0 }],
  version: 1,
  approval: null,
  walkIn: false,
  chainId: null,
  chainLeg: null,
  seriesId: null,
  seriesOccurrence: null,
  groupSessionId: null,
  seat: null,
})
const hold = {
  id: 'h',
  resourceId: 'okafor',
  start: at('16:00'),
  end: at('16:20'),
  lane: 0,
  staffName: 'Sam',
  bySelf: false,
  expiresAt: at('13:05'),
}
const day: Day = {
  siteId: 's',
  date: '2026-11-24',
  timeZone: 'America/Chicago',
  holiday: null,
  resources: [],
  groups: [],
  blocks: [],
  holds: [hold],
  appointments: [visit('booked'), visit('cancelled'), visit('no-show')],
}
const none = { list: [], lookedAt: null, held: null }

test('a cancelled visit has given its time back, a missed one has not', () => {
  expect(contentOf(day, 'okafor', none).visits.map(({ appointment }) => appointment.status)).toEqual([
    'booked',
    'no-show',
  ])
  expect(contentOf(day, 'singh', none).visits).toEqual([])
})

test('our own hold is not shown a second time as somebody’s', () => {
  const own = opening('16:00', '16:20')
  const held = {
    hold: { id: 'h', expiresAt: at('13:05'), start: own.start, end: own.end, assignments: own.assignments },
    opening: own,
    visitTypeId: 't',
  }
  expect(contentOf(day, 'okafor', none).holds).toHaveLength(1)
  const content = contentOf(day, 'okafor', { ...none, list: [own], held })
  expect(content.holds).toEqual([])
  expect(content.openings).toEqual([{ start: own.start, end: own.end, key: openingKey(own), number: 1, state: 'held' }])
})

test('openings that overlap the one looked at stay away, the others of the day keep their numbers', () => {
  const tomorrow = { ...opening('17:00', '17:20'), start: '2026-11-25T17:00:00Z', end: '2026-11-25T17:20:00Z' }
  const elsewhere = {
    ...tomorrow,
    assignments: [
      { role: 'clinician' as const, resourceId: 'okafor', start: tomorrow.start, end: tomorrow.end, lane: 0 },
    ],
  }
  const list = [opening('15:00', '15:20'), opening('15:10', '15:30'), opening('17:00', '17:20'), elsewhere]
  const lookedAt = list[1] ?? null
  const shown = contentOf(day, 'okafor', { list, lookedAt, held: null }).openings
  expect(shown.map(({ number, state }) => [number, state])).toEqual([
    [2, 'looked-at'],
    [3, 'offered'],
  ])
})
