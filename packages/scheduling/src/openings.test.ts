import { instantAt, Temporal } from '@foyer/kernel'
import { expect, test } from 'vitest'
import type { Interval } from './interval.ts'
import { datesBetween } from './local-day.ts'
import type { Opening, OpeningRequest, OpeningsAnswer, Reason } from './opening.ts'
import { findOpenings as find } from './openings.ts'
import { type TestResource as Resource, testIndex } from './testing/index-of.ts'
import type { VisitTypeRule } from './visit-type.ts'

const zone = 'America/Chicago'
const now = at('2026-11-29', 720)
const clinicians = ['ana', 'ben', 'cleo']
const visitType: VisitTypeRule = {
  id: 'visit',
  durationMinutes: 40,
  roles: [{ name: 'clinician', kind: 'practitioner', candidates: clinicians }],
}
const wish: OpeningRequest = { visitType, zone, from: '2026-11-30', to: '2026-12-11', limit: 9 }

function at(date: string, minute: number): number {
  return instantAt(date, minute, zone).epochMilliseconds
}

function span(date: string, start: number, end: number): Interval {
  return { start: at(date, start), end: at(date, end) }
}

function works(id: string, open: Interval[], busy: Interval[] = []): [string, Resource] {
  return [id, { id, open, busy }]
}

function everyDay(start: number, end: number): Interval[] {
  return datesBetween('2026-11-30', '2026-12-18').map((date) => span(date, start, end))
}

function findOpenings(request: OpeningRequest, resources: ReadonlyMap<string, Resource>, now: number): OpeningsAnswer {
  return find({ variety: true, ...request }, testIndex(resources.values()), now)
}

function said({ start, assignments }: Opening): string {
  const clock = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone)
  return `${clock.toPlainDateTime().toString({ smallestUnit: 'minute' })} ${assignments.map((each) => each.resourceId).join()}`
}

function codes(opening: Opening | undefined): Reason['code'][] {
  return opening?.reasons.map((reason) => reason.code) ?? []
}

const allOpen = new Map(clinicians.map((id) => works(id, everyDay(480, 1020))))

test('the first nine differ: days, clinicians and times, sooner first', () => {
  const { openings, considered, near } = findOpenings({ ...wish, dayParts: ['morning'] }, allOpen, now)
  expect(openings).toHaveLength(9)
  expect(considered).toBeGreaterThan(200)
  expect(near).toEqual([])
  const perClinicianAndDay = new Map<string, number>()
  for (const opening of openings) {
    const [when = '', who = ''] = said(opening).split(' ')
    const key = `${when.slice(0, 10)} ${who}`
    perClinicianAndDay.set(key, (perClinicianAndDay.get(key) ?? 0) + 1)
  }
  expect(Math.max(...perClinicianAndDay.values())).toBeLessThanOrEqual(2)
  expect(new Set(openings.map((opening) => said(opening).slice(0, 10))).size).toBe(3)
  expect(said(openings[0] as Opening)).toBe('2026-11-30T08:00 ana')
  expect(codes(openings[0])).toEqual(['soonest', 'preferred-day-part', 'day-edge'])
  expect(openings.map((each) => each.score)).toEqual(openings.map((each) => each.score).toSorted((a, b) => b - a))
})

test('when there is nothing else, one clinician on one morning is better than nothing', () => {
  const request = { ...wish, to: '2026-11-30', candidates: { clinician: ['ben'] }, dayParts: ['morning'] as const }
  const { openings } = findOpenings(request, allOpen, now)
  expect(openings).toHaveLength(9)
})

test('the answer does not depend on the order of resources, hours or bookings', () => {
  const busy = [span('2026-11-30', 540, 600), span('2026-12-01', 480, 620), span('2026-11-30', 700, 720)]
  const one = new Map(clinicians.map((id) => works(id, everyDay(480, 1020), busy)))
  const other = new Map(
    clinicians.toReversed().map((id) => works(id, everyDay(480, 1020).reverse(), busy.toReversed())),
  )
  expect(findOpenings(wish, one, now)).toEqual(findOpenings(wish, other, now))
})

test('the usual clinician is worth waiting two days for, not three', () => {
  const from = (date: string): Map<string, Resource> =>
    new Map([works('ana', [span('2026-11-30', 600, 660)]), works('ben', [span(date, 600, 660)])])
  const request = { ...wish, usualPractitionerId: 'ben' }
  const soon = findOpenings(request, from('2026-12-02'), now).openings
  expect(said(soon[0] as Opening)).toBe('2026-12-02T10:00 ben')
  expect(soon[0]?.reasons).toContainEqual({ code: 'usual-clinician', resourceId: 'ben' })
  const late = findOpenings(request, from('2026-12-03'), now).openings
  expect(said(late[0] as Opening)).toBe('2026-11-30T10:00 ana')
  expect(late[0]?.reasons).toContainEqual({ code: 'other-clinician', resourceId: 'ana' })
})

test('a gap that fits exactly comes before a sooner time that breaks a long one', () => {
  const busy = [span('2026-11-30', 480, 500), span('2026-11-30', 800, 840), span('2026-11-30', 880, 1020)]
  const { openings } = findOpenings(
    { ...wish, to: '2026-11-30' },
    new Map([works('ana', everyDay(480, 1020), busy)]),
    now,
  )
  expect(said(openings[0] as Opening)).toBe('2026-11-30T14:00 ana')
  expect(openings[0]?.reasons).toEqual([{ code: 'fills-gap', minutes: 40 }])
  expect(said(openings[1] as Opening)).toBe('2026-11-30T08:20 ana')
})

test('of two clinicians at the same time the one with the lighter day comes first', () => {
  const resources = new Map([
    works('ana', everyDay(480, 1020), [span('2026-11-30', 600, 960)]),
    works('ben', everyDay(480, 1020)),
  ])
  const { openings } = findOpenings({ ...wish, to: '2026-11-30' }, resources, now)
  expect(said(openings[0] as Opening)).toBe('2026-11-30T08:00 ben')
  expect(openings[0]?.reasons).toContainEqual({ code: 'lighter-day', resourceId: 'ben', bookedPercent: 0 })
  expect(codes(openings.find((each) => said(each).endsWith('ana')))).not.toContain('lighter-day')
})

test('of the free rooms the one with the smallest free time is taken', () => {
  const rooms = { name: 'room', kind: 'room', candidates: ['big', 'small'] } as const
  const resources = new Map([
    works('ana', [span('2026-11-30', 600, 640)]),
    works('big', everyDay(480, 1020)),
    works('small', everyDay(480, 1020), [span('2026-11-30', 480, 590)]),
  ])
  const { openings } = findOpenings(
    { ...wish, visitType: { ...visitType, roles: [rooms, ...visitType.roles] } },
    resources,
    now,
  )
  expect(openings.map(said)).toEqual(['2026-11-30T10:00 ana,small'])
})

test('one person who could fill two roles at once fills one', () => {
  const interpreter = { name: 'interpreter', kind: 'interpreter', candidates: ['ana', 'ines'] } as const
  const request = { ...wish, visitType: { ...visitType, roles: [...visitType.roles, interpreter] } }
  const ana = works('ana', [span('2026-11-30', 600, 640)])
  expect(findOpenings(request, new Map([ana]), now).openings).toEqual([])
  const both = findOpenings(request, new Map([ana, works('ines', everyDay(480, 1020))]), now)
  expect(both.openings.map(said)).toEqual(['2026-11-30T10:00 ana,ines'])
})

test('near misses name the one thing that would have to change', () => {
  const resources = new Map([
    works('ana', [span('2026-12-01', 800, 900), span('2026-12-14', 480, 600)]),
    works('ben', [span('2026-12-02', 540, 600)]),
  ])
  const request = { ...wish, dayParts: ['morning'] as const, candidates: { clinician: ['ana'] } }
  const { openings, near } = findOpenings(request, resources, now)
  expect(openings).toEqual([])
  expect(near.map(({ code, opening }) => `${code} ${said(opening)}`)).toEqual([
    'other-day-part 2026-12-01T13:20 ana',
    'any-clinician 2026-12-02T09:00 ben',
    'later 2026-12-14T08:00 ana',
  ])
  const nearHorizon = { ...request, visitType: { ...visitType, horizonDays: 14 } }
  expect(findOpenings(nearHorizon, resources, now).near.map(({ code }) => code)).not.toContain('later')
})

test('the hour that happens twice is offered twice, the missing hour never', () => {
  const night = (date: string): string[] => {
    const resources = new Map([works('ana', [span(date, 0, 240)])])
    const type = { ...visitType, durationMinutes: 30, gridMinutes: 30 }
    const { openings } = findOpenings({ ...wish, visitType: type, from: date, to: date, limit: 20 }, resources, 0)
    return openings.toSorted((a, b) => a.start - b.start).map((each) => said(each).slice(11, 16))
  }
  expect(night('2026-11-01')).toEqual([
    '00:00',
    '00:30',
    '01:00',
    '01:30',
    '01:00',
    '01:30',
    '02:00',
    '02:30',
    '03:00',
    '03:30',
  ])
  expect(night('2027-03-14')).toEqual(['00:00', '00:30', '01:00', '01:30', '03:00', '03:30'])
})

test('a visit over midnight belongs to the date it begins on', () => {
  const resources = new Map([works('ana', [span('2026-11-30', 1380, 1440), span('2026-12-01', 0, 60)])])
  const starts = (date: string): string[] =>
    findOpenings({ ...wish, from: date, to: date }, resources, now)
      .openings.map(said)
      .sort()
  expect(starts('2026-11-30').at(-1)).toBe('2026-11-30T23:50 ana')
  expect(starts('2026-12-01')).toEqual(['2026-12-01T00:00 ana', '2026-12-01T00:10 ana', '2026-12-01T00:20 ana'])
})

test('the last start before the horizon is on its last date, not at the midnight that ends it', () => {
  const resources = new Map([works('ana', [span('2026-11-30', 1420, 1440), span('2026-12-01', 0, 60)])])
  const request = { ...wish, visitType: { ...visitType, horizonDays: 1 } }
  expect(findOpenings(request, resources, now).openings.map(said).sort()).toEqual([
    '2026-11-30T23:40 ana',
    '2026-11-30T23:50 ana',
  ])
})

test('whoever walked in is offered the soonest first, of equal starts the best', () => {
  const today = (id: string, start: number): [string, Resource] => {
    const session = { ...span('2026-11-29', start, 1020), walkIn: true }
    return [id, { id, open: [session], busy: [] }]
  }
  const here = { ...wish, from: '2026-11-29', to: '2026-11-29', walkIn: true, usualPractitionerId: 'cleo' }
  const walkIns = new Map([today('ana', 780), today('ben', 760), today('cleo', 800)])
  const { openings } = findOpenings(here, walkIns, now)
  expect(openings.map((each) => said(each).slice(11))).toEqual([
    '12:40 ben',
    '12:50 ben',
    '13:00 ana',
    '13:00 ben',
    '13:10 ana',
    '13:10 ben',
    '13:20 cleo',
    '13:20 ana',
    '13:20 ben',
  ])
  expect(openings.map(codes).filter((each) => each.includes('soonest'))).toHaveLength(1)
})
