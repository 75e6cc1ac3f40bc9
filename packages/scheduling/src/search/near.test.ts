import { instantAt } from '@foyer/kernel'
import { expect, test } from 'vitest'
import { type AvailabilityIndex, createIndex } from '../availability/availability-index.ts'
import { utcDay } from '../availability/ticks.ts'
import type { Block, NearMiss, OpeningRequest } from '../opening.ts'
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

test('of fifty whose block is too short the one whose block is long enough is named, on a later day', () => {
  const many = Array.from({ length: 50 }, (_, number) => `c${number}`)
  const tuesday = '2026-12-01'
  const open = [date, tuesday].map((on) => ({ start: at(9, on), end: at(10, on) }))
  const index = indexOf(Object.fromEntries([...many, 'ana'].map((id) => [id, open])))
  const blocks: Block[] = []
  const close = (resourceId: string, start: number, end: number, isBlock: boolean) => {
    for (const lane of [0, 1])
      index.take(resourceId, { start, end, lane, ...(isBlock ? {} : { visitTypeId: 'visit' }) })
    if (isBlock) blocks.push({ resourceId, start, end })
  }
  for (const id of [...many, 'ana']) {
    close(id, at(9), at(9.25), id !== 'ana')
    close(id, at(9.25), at(10), false)
    close(id, at(9, tuesday), at(10, tuesday), id === 'ana')
  }
  const roles = [{ name: 'clinician', kind: 'practitioner', candidates: [...many, 'ana'] } as const]
  const request = { ...wish, visitType: { ...wish.visitType, roles }, to: tuesday, blocks }
  expect(near(request, index, 'give-up')).toMatchObject([
    { what: 'block', resourceId: 'ana', opening: { start: at(9, tuesday) } },
  ])
})

test('a break of the week could be given up, as far as nobody is booked in it', () => {
  const index = indexOf({ ana: [{ start: at(9), end: at(9.5) }], ben: [] })
  const pause = { resourceId: 'ana', start: at(9.5), end: at(11) }
  const request = { ...wish, breaks: () => [pause] }
  const [before, patterns] = [index.free.slice(), index.patternIds.slice()]
  expect(near(request, index, 'give-up')).toMatchObject([
    { what: 'break', ...pause, opening: { start: at(9), assignments: [{ resourceId: 'ana' }] } },
  ])
  expect([index.free, index.patternIds]).toEqual([before, patterns])
  // Somebody was squeezed in: what begins at ten is still possible, until that is taken as well.
  index.take('ana', { start: at(9.5), end: at(9.75), lane: 0, visitTypeId: 'visit' })
  expect(near(request, index, 'give-up')).toMatchObject([{ what: 'break', opening: { start: at(10) } }])
  index.take('ana', { start: at(10.5), end: at(11), lane: 0, visitTypeId: 'visit' })
  expect(near(request, index, 'give-up')).toEqual([])
  index.give('ana', { start: at(10.5), end: at(11), lane: 0, visitTypeId: 'visit' })
  expect(near(request, index, 'give-up')).toMatchObject([{ what: 'break', opening: { start: at(10) } }])
})

test('what a rule keeps from being offered says which rule it is: notice, horizon, a cap, the patient', () => {
  const index = indexOf({ ana: [{ start: at(9), end: at(11) }], ben: [] })
  const asking = (rule: Partial<OpeningRequest['visitType']>, more: Partial<OpeningRequest> = {}) => {
    const request = { ...wish, ...more, visitType: { ...wish.visitType, ...rule } }
    const answer = findOpenings(request, index, now)
    return [answer.openings.length, answer.near.map(({ code }) => code)] as const
  }
  expect(asking({})).toEqual([2, []])
  expect(asking({ leadMinutes: 24 * 60 })).toEqual([0, ['too-soon']])
  const tomorrow = { from: '2026-11-28', to: '2026-11-30' }
  const later = indexOf({ ana: [{ start: at(9, '2026-11-30'), end: at(10, '2026-11-30') }] })
  const far = { ...wish, ...tomorrow, visitType: { ...wish.visitType, horizonDays: 1 } }
  expect(findOpenings(far, later, now).near.map(({ code }) => code)).toEqual(['too-far'])
  const counters = { ofType: () => 3 }
  expect(asking({ caps: { perDay: 3 } }, { counters })).toEqual([0, ['over-cap']])
  const patient = { birthDate: '2020-01-01', sex: 'female', coverages: null, visits: null, isNew: null }
  expect(asking({ patient: { minAge: 18 } }, { patient })).toEqual([0, ['not-for-patient']])
})

test('who walked in is here: no notice is asked of them', () => {
  const index = indexOf({ ana: [{ start: at(9), end: at(11), walkIn: true }], ben: [] })
  const here = { ...wish, walkIn: true, visitType: { ...wish.visitType, leadMinutes: 48 * 60 } }
  expect(findOpenings(here, index, now).openings.map(({ start }) => start)).toEqual([at(9), at(10)])
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

test('for a time of the clock the near ones are named before better ones further away', () => {
  const index = indexOf({ ana: [{ start: at(7), end: at(17) }] })
  index.take('ana', { start: at(10), end: at(12), lane: 0 })
  const start = (minute: number) =>
    near({ ...wish, times: { fromMinute: minute, untilMinute: minute + 1 } }, index, 'other-time')[0]?.opening.start
  // Eleven is taken: twelve is an hour away, nine two.
  expect(start(660)).toBe(at(12))
  expect(start(600)).toBe(at(9))
  expect(start(1200)).toBe(at(16))
})

test('a visit never reaches into what does not suit; where that leaves nothing it is named', () => {
  const index = indexOf({ ana: [{ start: at(9), end: at(12) }] })
  const starts = (not: OpeningRequest['not']) =>
    findOpenings({ ...wish, ...(not && { not }) }, index, now)
      .openings.map(({ start }) => start)
      .toSorted((a, b) => a - b)
  expect(starts(undefined)).toEqual([at(9), at(10), at(11)])
  // A visit lasts an hour: that of 9 to 10 ends before, that of 10 would reach into it.
  expect(starts([{ times: { fromMinute: 630, untilMinute: 660 } }])).toEqual([at(9), at(11)])
  expect(starts([{ weekdays: [5] }])).toEqual([])
  expect(starts([{ weekdays: [5], times: { fromMinute: 0, untilMinute: 600 } }])).toEqual([at(10), at(11)])
  expect(starts([{ from: '2026-11-27', to: '2026-11-30' }])).toEqual([])
  expect(starts([{ from: '2026-11-28' }, { to: '2026-11-26' }])).toEqual([at(9), at(10), at(11)])
  const fridays = { ...wish, not: [{ weekdays: [5] }] }
  expect(near(fridays, index, 'ruled-out')).toMatchObject([{ opening: { start: at(9) } }])
  expect(near(wish, index, 'ruled-out')).toEqual([])
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
  const untilHalfPast = { fromMinute: 590, untilMinute: 610 }
  expect(openings({ ...wish, groups: [group], not: [{ times: untilHalfPast }] })).toEqual([])
  expect(openings({ ...wish, groups: [{ ...group, start: at(5), end: at(6) }] })).toEqual([])
})
