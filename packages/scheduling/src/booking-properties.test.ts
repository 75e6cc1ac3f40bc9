import { instantAt } from '@foyer/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planBooking } from './booking.ts'
import { horizonEnd } from './horizon.ts'
import { contains, merge, overlaps } from './interval.ts'
import { localDay, minuteMs } from './local-day.ts'
import { overridable, ruleCodes } from './rules/rule.ts'
import { withinHorizon } from './rules/time.ts'
import type { BookingResource, BookingWish } from './rules/wish.ts'
import type { SessionTime } from './session-times.ts'
import type { VisitTypeRule } from './visit-type.ts'

const zone = 'America/Chicago'
/** The hour that happens twice: every clock time of it is drawn too. */
const midnight = instantAt('2026-11-01', 0, zone).epochMilliseconds
const at = (minute: number) => midnight + minute * minuteMs

const slot = fc.integer({ min: 0, max: 36 }).map((each) => each * 10)
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })
const time = fc
  .tuple(slot, fc.integer({ min: 1, max: 12 }))
  .map(([from, length]) => ({ start: at(from), end: at(from + length * 10) }))

/** Sessions that touch: one begins where the one before ends. */
const open: fc.Arbitrary<SessionTime[]> = fc
  .array(
    fc.record({
      length: fc.integer({ min: 3, max: 15 }),
      rules: fc.record(
        {
          visitTypeIds: fc.constantFrom(['scan'], ['other']),
          releaseMinutes: fc.constantFrom(0, 30, 300),
          capacity: fc.integer({ min: 0, max: 4 }),
          lanes: fc.integer({ min: 1, max: 3 }),
          overbook: fc.integer({ min: 0, max: 2 }),
          walkIn: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((drawn) => {
    let from = 0
    return drawn.map(({ length, rules }) => {
      const start = at(from)
      from += length * 10
      return { start, end: at(from), ...rules }
    })
  })

const resource: fc.Arbitrary<Omit<BookingResource, 'id'>> = fc.record({
  open,
  busy: fc.array(
    fc
      .tuple(time, fc.nat(3), some(fc.constantFrom('a', 'b', 'c')))
      .map(([each, lane, visitId]) => ({ ...each, lane, ...(visitId && { visitId }) })),
    { maxLength: 6 },
  ),
  lanes: fc.integer({ min: 1, max: 2 }),
})

const wish: fc.Arbitrary<BookingWish> = fc
  .record({
    ana: resource,
    red: resource,
    start: slot,
    now: slot,
    before: fc.constantFrom(0, 10),
    after: fc.constantFrom(0, 20),
    caps: some(fc.constant({ perDay: 2 })),
    booked: some(fc.nat(3)),
    walkIn: fc.boolean(),
  })
  .map(({ ana, red, start, now, before, after, caps, booked, walkIn }) => {
    const visitType: VisitTypeRule = {
      id: 'scan',
      durationMinutes: 30,
      bufferBeforeMinutes: before,
      bufferAfterMinutes: after,
      roles: [
        { name: 'clinician', kind: 'practitioner', candidates: ['ana'] },
        { name: 'room', kind: 'room', candidates: ['red'], offsetMinutes: 10, durationMinutes: 10 },
      ],
      ...(caps && { caps }),
    }
    return {
      visitType,
      start: at(start),
      zone,
      now: at(now - 60),
      assignments: [
        { role: 'clinician', resourceId: 'ana' },
        { role: 'room', resourceId: 'red' },
      ],
      resources: new Map([
        ['ana', { id: 'ana', ...ana }],
        ['red', { id: 'red', ...red }],
      ]),
      walkIn,
      counts: { ofType: booked ?? null, ofTypeWithLead: null, ofNewWithLead: null },
    }
  })

test('what is booked without an override lies in open time that takes it, in a lane of its own', () => {
  let possible = 0
  fc.assert(
    fc.property(wish, (asked) => {
      const plan = planBooking(asked)
      if (!plan.ok) return
      possible++
      for (const assignment of plan.value.assignments) {
        const { lane = 0, resourceId } = assignment
        const { open: sessions, busy, lanes = 1 } = asked.resources.get(resourceId)!
        expect(contains(merge(sessions), assignment)).toBe(true)
        expect(busy.filter((each) => each.lane === lane && overlaps(each, assignment))).toEqual([])
        for (const session of sessions.filter((each) => overlaps(each, assignment))) {
          expect(lane).toBeLessThan(session.lanes ?? lanes)
          if (session.walkIn) expect(asked.walkIn).toBe(true)
          if (session.visitTypeIds?.[0] === 'other') {
            expect(asked.now).toBeGreaterThanOrEqual(session.start - (session.releaseMinutes ?? -Infinity) * minuteMs)
          }
        }
      }
      expect(plan.value.rules.every(({ overriddenBecause }) => overriddenBecause === undefined)).toBe(true)
    }),
    { numRuns: 2400 },
  )
  // About one wish in forty is granted: 60, give or take 8.
  expect(possible).toBeGreaterThan(20)
})

/** The buffer lies in a session of two lanes, both taken at its end, and the visit after it, where there is one. */
const afterTwoLanes: BookingWish = {
  visitType: {
    id: 'scan',
    durationMinutes: 30,
    bufferBeforeMinutes: 10,
    roles: [{ name: 'clinician', kind: 'practitioner', candidates: ['ana'] }],
  },
  start: 1_793_530_800_000,
  zone: 'America/Chicago',
  now: 1_793_505_600_000,
  assignments: [{ role: 'clinician', resourceId: 'ana' }],
  resources: new Map([
    [
      'ana',
      {
        id: 'ana',
        open: [{ start: 1_793_523_600_000, end: 1_793_530_800_000, lanes: 2 }],
        busy: [
          { start: 1_793_524_200_000, end: 1_793_531_400_000, lane: 0 },
          { start: 1_793_526_600_000, end: 1_793_530_800_000, lane: 1 },
        ],
      },
    ],
  ]),
}

test('overriding everything leaves what nobody may override, and a lane is still free', () => {
  let overridden = 0
  fc.assert(
    fc.property(wish, (asked) => {
      const before = planBooking(asked)
      const overrides = { rules: ruleCodes, reason: 'the family came from far away' }
      const plan = planBooking({ ...asked, overrides, may: () => true })
      if (before.ok) {
        expect(plan).toEqual(before)
        return
      }
      const never = before.error.rules.filter(({ rule }) => overridable[rule] === null)
      if (!plan.ok) {
        expect(plan.error.rules).toEqual(never)
        expect(never.length).toBeGreaterThan(0)
        return
      }
      overridden++
      expect(never).toEqual([])
      expect(
        plan.value.rules.filter((each) => each.overriddenBecause === overrides.reason).map(({ rule }) => rule),
      ).toEqual(before.error.rules.map(({ rule }) => rule))
      for (const assignment of plan.value.assignments) {
        const { lane = 0, resourceId } = assignment
        const { busy, open: sessions, lanes = 1 } = asked.resources.get(resourceId)!
        expect(busy.filter((each) => each.lane === lane && overlaps(each, assignment))).toEqual([])
        const touched = sessions.filter((each) => overlaps(each, assignment))
        const most = touched.map((each) => (each.lanes ?? lanes) + (each.overbook ?? 0))
        expect(lane).toBeLessThan(Math.max(...most, lanes))
      }
    }),
    { numRuns: 600, examples: [[afterTwoLanes]] },
  )
  expect(overridden).toBeGreaterThan(50)
})

test('without the right, without a reason, or for who books alone, overriding changes nothing', () => {
  fc.assert(
    fc.property(wish, (asked) => {
      const rules = ruleCodes
      const may = () => true
      const codes = (change: Partial<BookingWish>) => {
        const plan = planBooking({ ...asked, ...change })
        return plan.ok ? [] : plan.error.rules.map(({ rule }) => rule)
      }
      expect(codes({ overrides: { rules, reason: 'because' }, may: () => false })).toEqual(codes({}))
      expect(codes({ overrides: { rules, reason: '  ' }, may })).toEqual(codes({}))
      const self = { selfBooking: { mode: 'instant', forNew: true } as const }
      expect(codes({ ...self, overrides: { rules, reason: 'because' }, may })).toEqual(codes(self))
    }),
    { numRuns: 200 },
  )
})

test('a day that is known already changes nothing but the time it takes', () => {
  fc.assert(
    fc.property(wish, (asked) => {
      expect(planBooking({ ...asked, day: localDay('2026-11-01', zone) })).toEqual(planBooking(asked))
    }),
    { numRuns: 100 },
  )
})

test('the horizon ends with a date of the site, also in Apia, which left one out, and on days of 23 and 25 hours', () => {
  const places = [
    ['Pacific/Apia', '2011-12-28'],
    ['America/Chicago', '2026-10-31'],
    ['America/Chicago', '2027-03-13'],
  ] as const
  const minutes = fc.integer({ min: 0, max: 6 * 1440 })
  let no = 0
  fc.assert(
    fc.property(fc.constantFrom(...places), minutes, minutes, fc.nat(4), ([where, from], a, b, horizonDays) => {
      const now = instantAt(from, Math.min(a, b), where).epochMilliseconds
      const start = instantAt(from, Math.max(a, b), where).epochMilliseconds
      const visitType = { id: 'scan', durationMinutes: 30, roles: [], horizonDays }
      const asked = { visitType, start, zone: where, now, assignments: [], resources: new Map() }
      const [judged] = withinHorizon({ wish: asked, day: localDay(from, where) })
      expect(judged?.verdict).toBe(start < horizonEnd(horizonDays, where, now) ? 'met' : 'not-met')
      no += Number(judged?.verdict === 'not-met')
    }),
    { numRuns: 200 },
  )
  expect(no).toBeGreaterThan(20)
})
