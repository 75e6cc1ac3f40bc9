import { expect, test } from 'vitest'
import { contentsOf } from './column-content.ts'
import { axisBetween } from './grid-geometry.ts'
import { openingsOn } from './openings-on-grid.ts'
import { type Day, type DayAppointment, type Opening, openingKey } from '../shapes.ts'
import { aDay, aGroup, aHold, anAssignment, aResource, aSession, aVisit } from '../testing-day.ts'

const at = (time: string) => `2026-11-24T${time}:00Z`
const opening = (start: string, end: string, resourceId = 'okafor'): Opening => ({
  start: at(start),
  end: at(end),
  assignments: [{ role: 'clinician', resourceId, start: at(start), end: at(end), lane: 0 }],
  reasons: [],
})
const visit = (status: DayAppointment['status']) =>
  aVisit({ id: status, status, assignments: [anAssignment('clinician', 'okafor', at('14:00'), at('14:40'))] })
const day = aDay({
  resources: [aResource('okafor'), aResource('singh')],
  holds: [aHold('okafor', at('16:00'), at('16:20'))],
  appointments: [visit('booked'), visit('cancelled'), visit('no-show')],
})
const wholeDay = { start: at('00:00'), end: '2026-11-25T06:00:00Z' }
const contentOf = (resourceId: string, on: Day = day) =>
  contentsOf(on, axisBetween('2026-11-24', 'America/Chicago', 0, 1440)).get(resourceId)

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

test('visits stand on a block, and among those that are too short to be pressed under them', () => {
  const block = { id: 'b', resourceId: 'okafor', reason: null }
  const content = contentOf('okafor', {
    ...day,
    blocks: [
      { ...block, start: at('14:30'), end: at('14:40') },
      { ...block, start: at('17:00'), end: at('18:00') },
    ],
    holds: [],
    appointments: [
      visit('booked'),
      { ...visit('arrived'), assignments: [anAssignment('clinician', 'okafor', at('17:20'), at('17:40'))] },
    ],
  })
  expect(content?.visits.map(({ lane, of }) => [lane, of])).toEqual([
    [0, 2],
    [0, 1],
  ])
  expect(content?.blocks.map(({ start, lane, of }) => [start, lane, of])).toEqual([
    [at('14:30'), 1, 2],
    [at('17:00'), 0, 1],
  ])
})

test('people of a group stand in its one box; a session counts what begins in it', () => {
  const seated = { ...visit('booked'), id: 'seated', groupSessionId: 'g' }
  const walkIns = aSession(at('13:00'), at('16:00'), { capacity: 12, walkIn: true })
  const content = contentOf('okafor', {
    ...day,
    resources: day.resources.map((one) => ({ ...one, sessions: [walkIns] })),
    groups: [aGroup(anAssignment('clinician', 'okafor', at('17:00'), at('18:00')), { id: 'g' })],
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
    assignments: [anAssignment('clinician', 'okafor', tomorrow.start, tomorrow.end)],
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
  const held = { hold, holdIds: ['h'], opening: own, visitTypeId: 't', overrides: null }
  expect(openingsOn('okafor', { list: [own], lookedAt: own, held }, wholeDay)).toEqual([
    { start: own.start, end: own.end, key: openingKey(own), number: 1, state: 'held' },
  ])
})

test('an interpreter who is needed for two legs has two boxes', () => {
  const legs = {
    ...opening('15:00', '15:20'),
    assignments: [
      anAssignment('interpreter', 'vo', at('15:00'), at('15:20')),
      anAssignment('interpreter-2', 'vo', at('15:40'), at('16:00')),
    ],
  }
  expect(openingsOn('vo', { list: [legs], lookedAt: null, held: null }, wholeDay).map(({ number }) => number)).toEqual([
    1, 1,
  ])
})
