import { env } from 'node:process'
import { instantAt } from '@foyer/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createIndex } from '../availability/availability-index.ts'
import { utcDay } from '../availability/ticks.ts'
import { overlaps } from '../interval.ts'
import { minuteMs } from '../local-day.ts'
import type { NaiveResource } from '../openings-naive.ts'
import type { GroupSession } from '../opening.ts'
import type { VisitTypeRule } from '../visit-type.ts'
import type { ChainRequest, ChainsAnswer } from './chain.ts'
import { naiveChains } from './chains-naive.ts'
import { findChains } from './find-chains.ts'
import { chainGapRule } from './gap-rule.ts'
import type { LegGap } from './leg-gap.ts'

const cases = Math.ceil(Number(env['FOYER_CASES'] ?? 10_000) / 10)
const zone = 'America/Chicago'
/** Saturday; the hour that happens twice is on Sunday. */
const from = '2026-10-31'
const lastDate = '2026-11-02'
const midnight = instantAt(from, 0, zone).epochMilliseconds
const ids = ['ana', 'ben', 'cleo', 'lab'] as const

const time = fc.tuple(fc.integer({ min: 0, max: 280 }), fc.integer({ min: 2, max: 12 })).map(([quarter, length]) => ({
  start: midnight + quarter * 15 * minuteMs,
  end: midnight + (quarter + length) * 15 * minuteMs,
}))

const gap: fc.Arbitrary<LegGap | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.record({ minMinutes: fc.constantFrom(0, 30), maxMinutes: fc.constantFrom(60, 600) }),
  fc.record({ minDays: fc.constantFrom(0, 1), maxDays: fc.constantFrom(1, 2) }),
  fc.record({ minDays: fc.constantFrom(1, 2) }),
  fc.record({ maxDays: fc.constantFrom(0, 1) }),
  fc.record({
    sameDay: fc.constant(true as const),
    minMinutes: fc.constantFrom(undefined, 15),
    maxWaitMinutes: fc.constantFrom(undefined, 0, 45),
  }),
)

const leg = fc.record({
  visitType: fc
    .record({
      duration: fc.constantFrom(15, 30, 60),
      before: fc.constantFrom(0, 10),
      after: fc.constantFrom(0, 15),
      leads: fc.subarray(['ana', 'ben', 'cleo'], { minLength: 1 }),
      hasLab: fc.boolean(),
    })
    .map(
      ({ duration, before, after, leads, hasLab }): VisitTypeRule => ({
        id: 'visit',
        durationMinutes: duration,
        gridMinutes: 15,
        bufferBeforeMinutes: before,
        bufferAfterMinutes: after,
        roles: [
          { name: 'clinician', kind: 'practitioner', candidates: leads },
          ...(hasLab ? [{ name: 'lab', kind: 'room' as const, candidates: ['lab'] }] : []),
        ],
      }),
    ),
  gap,
  not: fc.constantFrom(undefined, undefined, [{ weekdays: [7] }], [{ times: { fromMinute: 600, untilMinute: 723 } }]),
  groups: fc.array(
    fc.record({
      quarter: fc.integer({ min: 0, max: 200 }),
      /** Not on a grid, and of another length than its kind has. */
      off: fc.constantFrom(0, 0, 0, 3 * minuteMs),
      longer: fc.constantFrom(0, 0, 0, -5 * minuteMs, 5 * minuteMs),
      seatsLeft: fc.constantFrom(0, 1, 5),
      lead: fc.constantFrom('ana', 'ben', 'cleo'),
    }),
    { maxLength: 3 },
  ),
})

type Drawn = { readonly quarter: number; readonly off: number; readonly longer: number; readonly seatsLeft: number }

function groupOf(
  { durationMinutes }: VisitTypeRule,
  drawn: Drawn & { readonly lead: string },
  id: number,
): GroupSession {
  const start = midnight + drawn.quarter * 15 * minuteMs + drawn.off
  const end = start + durationMinutes * minuteMs + drawn.longer
  const { lead: resourceId, seatsLeft } = drawn
  return { id: `${id}`, start, end, seatsLeft, assignments: [{ role: 'clinician', resourceId, start, end }] }
}

const world = fc.record({
  busy: fc.array(fc.array(time, { maxLength: 3 }), { minLength: 4, maxLength: 4 }),
  sessions: fc.array(fc.array(time, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 4 }),
  legs: fc.array(leg, { minLength: 1, maxLength: 3 }),
  usual: fc.constantFrom(undefined, 'ana', 'ben'),
  walks: fc.constantFrom(0, 0, 7),
  patient: fc.array(time, { maxLength: 1 }),
  limit: fc.constantFrom(1, 4, 1000),
})

type Failed = NonNullable<ChainsAnswer['failed']>

/** The nearest is no sooner than the legs before allow. */
function nearest({ notBefore, nearest: opening }: Failed, soonestEnd: number): void {
  expect(notBefore).toBeGreaterThanOrEqual(soonestEnd)
  if (opening) expect(opening.start).toBeGreaterThanOrEqual(notBefore)
}

test('chains are those of the twin that tries every combination', { timeout: 86_400_000 }, () => {
  let found = 0
  let seats = 0
  fc.assert(
    fc.property(world, ({ sessions, busy, legs, usual, walks, patient, limit }) => {
      const resources = ids.map((id, number): NaiveResource => {
        const sorted = (sessions[number] ?? []).toSorted((a, b) => a.start - b.start)
        const apart = sorted.filter((each, index) => index === 0 || each.start >= (sorted[index - 1]?.end ?? 0))
        return {
          id,
          lanes: 1,
          sessions: apart.filter((each, i) => !apart.slice(0, i).some((o) => overlaps(o, each))),
          busy: (busy[number] ?? []).map(({ start, end }) => ({ start, end: start + (end - start) / 3, lane: 0 })),
        }
      })
      const first = utcDay(midnight)
      const last = utcDay(instantAt(lastDate, 1439, zone).epochMilliseconds)
      const index = createIndex({ firstDay: first, days: last - first + 1 })
      for (const { busy: taken, ...each } of resources) {
        index.putResource({ ...each, overbook: 0 })
        for (const one of taken) index.take(each.id, one)
      }
      const request: ChainRequest = {
        legs: legs.map(({ visitType, gap: drawn, groups, not }) => ({
          visitType,
          ...(drawn && { gap: drawn }),
          ...(not && { not }),
          groups: groups.map((each, number) => groupOf(visitType, each, number)),
        })),
        zone,
        from,
        to: '2026-11-01',
        ...(usual && { usualPractitionerId: usual }),
        ...(walks > 0 && {
          walking: { placeOf: (id) => (id === 'ben' ? 'north' : 'south'), minutes: (a, b) => (a === b ? 0 : walks) },
        }),
        patientBusy: patient,
        limit,
      }
      const twin = naiveChains(request, resources, lastDate, midnight)
      const { chains, failed } = findChains(request, index, midnight)
      const told = chains.map((chain) => ({ start: chain.legs[0]?.start, score: chain.score }))
      expect(told).toEqual(twin.chains.slice(0, limit))
      expect(failed?.leg).toBe(twin.failed?.leg)
      if (failed) nearest(failed, twin.failed?.soonestEnd ?? midnight)
      for (const { legs: openings } of chains) {
        // What the search offers a booking allows.
        for (const [at, opening] of openings.entries()) {
          const before = openings[at - 1]
          if (before) expect(chainGapRule(before, opening, legs[at]?.gap ?? {}, zone)?.verdict).toBe('met')
        }
        for (const { group, start, end } of openings) {
          if (!group) continue
          seats += 1
          expect([start, end]).toEqual([group.start, group.end])
          expect(group.seatsLeft).toBeGreaterThan(0)
        }
        const kept = openings.flatMap(({ assignments, group }) => (group ? [] : assignments))
        const twice = kept.some((one, place) =>
          kept.slice(0, place).some((other) => other.resourceId === one.resourceId && overlaps(one, other)),
        )
        expect(twice).toBe(false)
      }
      found += Number(twin.chains.length > 0)
    }),
    { numRuns: cases },
  )
  expect(found).toBeGreaterThan(cases / 5)
  expect(seats).toBeGreaterThan(cases / 5)
})
