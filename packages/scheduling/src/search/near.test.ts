import { instantAt } from '@foyer/kernel'
import { expect, test } from 'vitest'
import { type AvailabilityIndex, createIndex } from '../availability/availability-index.ts'
import { utcDay } from '../availability/ticks.ts'
import type { NearMiss, OpeningRequest } from '../opening.ts'
import { findOpenings } from '../openings.ts'
import type { SessionTime } from '../session-times.ts'

const zone = 'America/Chicago'
/** A Friday. */
const date = '2026-11-27'
const at = (hour: number, on = date): number => instantAt(on, hour * 60, zone).epochMilliseconds
const now = at(6)
const wish: OpeningRequest = {
  visitType: {
    id: 'visit',
    durationMinutes: 60,
    gridMinutes: 60,
    roles: [{ name: 'clinician', kind: 'practitioner', candidates: ['ana', 'ben'] }],
  },
  zone,
  from: date,
  to: date,
  limit: 9,
}

function indexOf(sessions: Readonly<Record<string, readonly SessionTime[]>>): AvailabilityIndex {
  const index = createIndex({ firstDay: utcDay(at(0)), days: 10 })
  for (const [id, those] of Object.entries(sessions)) {
    index.putResource({ id, lanes: 1, overbook: 1, sessions: those })
  }
  return index
}

function near(request: OpeningRequest, index: AvailabilityIndex, code: NearMiss['code']): readonly NearMiss[] {
  return findOpenings(request, index, now).near.filter((each) => each.code === code)
}

test('Friday at ten, if the block of that clinician is given up; afterwards it is taken as before', () => {
  const index = indexOf({ ana: [{ start: at(9), end: at(11) }] })
  const block = { start: at(10), end: at(11) }
  index.take('ana', { ...block, lane: 0 })
  index.take('ana', { ...block, lane: 1 })
  const before = index.free.slice()
  const blocks = [{ resourceId: 'ana', ...block }]
  expect(near({ ...wish, blocks }, index, 'give-up')).toMatchObject([
    { what: 'block', resourceId: 'ana', ...block, opening: { start: at(10), assignments: [{ resourceId: 'ana' }] } },
  ])
  expect(index.free).toEqual(before)
  expect(near(wish, index, 'give-up')).toEqual([])
})

const oneHour = [{ start: at(9), end: at(10) }]
const room = { name: 'room', kind: 'room', candidates: ['wide', 'narrow'] } as const

test('any clinician is still one who has what was wished for; one who has not is another near miss', () => {
  const visitType = {
    ...wish.visitType,
    roles: [{ name: 'clinician', kind: 'practitioner', candidates: ['ana', 'ben', 'cleo'] } as const],
  }
  const able = { ...wish, visitType, having: { clinician: ['ana', 'cleo'] } }
  const named = { ...able, candidates: { clinician: ['ana'] } }
  const all = indexOf({ ana: [], ben: oneHour, cleo: oneHour })
  expect(near(named, all, 'any-clinician')).toMatchObject([{ opening: { assignments: [{ resourceId: 'cleo' }] } }])
  const men = indexOf({ ana: [], ben: oneHour, cleo: [] })
  expect(near(named, men, 'any-clinician')).toEqual([])
  expect(near(able, men, 'other-attributes')).toMatchObject([{ opening: { assignments: [{ resourceId: 'ben' }] } }])
  expect(near(wish, men, 'other-attributes')).toEqual([])
})

test('what was wished for narrows the role that has it, also where it does not lead', () => {
  const visitType = { ...wish.visitType, roles: [...wish.visitType.roles, room] }
  const request = { ...wish, visitType, having: { room: ['wide'] } }
  const open = indexOf({ ana: oneHour, wide: oneHour, narrow: oneHour })
  const [first] = findOpenings(request, open, now).openings
  expect(first?.assignments.find(({ role }) => role === 'room')?.resourceId).toBe('wide')
  const full = indexOf({ ana: oneHour, wide: [], narrow: oneHour })
  expect(findOpenings(request, full, now).openings).toEqual([])
  expect(near(request, full, 'other-attributes')).toHaveLength(1)
  expect(findOpenings({ ...request, having: { room: [] } }, open, now).openings).toEqual([])
})

test('a name of a role that does not lead may be given up as well', () => {
  const visitType = { ...wish.visitType, roles: [...wish.visitType.roles, room] }
  const request = { ...wish, visitType, candidates: { room: ['wide'] } }
  const full = indexOf({ ana: oneHour, wide: [], narrow: oneHour })
  expect(near(request, full, 'any-clinician')).toHaveLength(1)
})

test('a session reserved for other kinds is named until it is released', () => {
  const session = { start: at(9), end: at(10), visitTypeIds: ['other'] }
  const index = indexOf({ ana: [session] })
  expect(near(wish, index, 'give-up')).toMatchObject([
    { what: 'session', resourceId: 'ana', start: at(9), end: at(10), opening: { start: at(9) } },
  ])
  const released = indexOf({ ana: [{ ...session, releaseMinutes: 600 }] })
  expect(findOpenings(wish, released, now).openings).toHaveLength(1)
  expect(near(wish, released, 'give-up')).toEqual([])
})

test('an overbooked lane is offered beside the few ordinary ones, and never as one of them', () => {
  const index = indexOf({ ana: [{ start: at(9), end: at(11), overbook: 1 }] })
  index.take('ana', { start: at(10), end: at(11), lane: 0, visitTypeId: 'visit' })
  const answer = findOpenings(wish, index, now)
  expect(answer.openings.map(({ start }) => start)).toEqual([at(9)])
  expect(near(wish, index, 'overbook')).toMatchObject([{ opening: { start: at(10), assignments: [{ lane: 1 }] } }])
})

test('another weekday, and another time of the same day', () => {
  const saturday = '2026-11-28'
  const index = indexOf({
    ana: [{ start: at(9, saturday), end: at(10, saturday) }],
    ben: [{ start: at(15), end: at(16) }],
  })
  const days = { ...wish, to: saturday, weekdays: [5], candidates: { clinician: ['ana'] } }
  expect(near(days, index, 'other-weekday')).toMatchObject([{ opening: { start: at(9, saturday) } }])
  const times = { ...wish, times: { fromMinute: 480, untilMinute: 720 } }
  expect(near(times, index, 'other-time')).toMatchObject([{ opening: { start: at(15) } }])
})

test('a seat in a group is an opening, unless it is full, past or the patient is elsewhere', () => {
  const index = indexOf({ ana: [] })
  const assignments = [{ role: 'clinician', resourceId: 'ana', start: at(9), end: at(10), lane: 0 }]
  const group = { id: 'group', start: at(9), end: at(10), assignments, seatsLeft: 2 }
  const openings = (request: OpeningRequest): unknown => findOpenings(request, index, now).openings
  expect(openings({ ...wish, groups: [group] })).toMatchObject([
    {
      start: at(9),
      assignments,
      reasons: [{ code: 'soonest' }, { code: 'joins-group', groupId: 'group', seatsLeft: 2 }],
    },
  ])
  expect(openings({ ...wish, groups: [{ ...group, seatsLeft: 0 }] })).toEqual([])
  expect(openings({ ...wish, groups: [group], patientBusy: [{ start: at(9.5), end: at(11) }] })).toEqual([])
  expect(openings({ ...wish, groups: [group], candidates: { clinician: ['ben'] } })).toEqual([])
  expect(openings({ ...wish, groups: [{ ...group, start: at(5), end: at(6) }] })).toEqual([])
})
