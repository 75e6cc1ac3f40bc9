import { instantAt } from '@foyer/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Resource } from './availability.ts'
import { planBooking } from './booking.ts'
import { minuteMs } from './local-day.ts'
import type { OpeningRequest } from './opening.ts'
import { findOpenings } from './openings.ts'
import { naiveOpenings } from './openings-naive.ts'

type Practice = { readonly request: OpeningRequest; readonly resources: Map<string, Resource>; readonly now: number }

const ids = ['ana', 'ben', 'red', 'blue', 'scan']
const places = [
  { zone: 'America/Chicago', from: '2026-11-01' },
  { zone: 'America/Chicago', from: '2027-03-14' },
  { zone: 'Pacific/Auckland', from: '2026-11-22' },
  { zone: 'Australia/Lord_Howe', from: '2026-10-04' },
] as const

const stretch = fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 24 }))
const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 1 })
const staff = (most: string[]): fc.Arbitrary<string[]> => fc.subarray(most, { minLength: 1 })

const practice: fc.Arbitrary<Practice> = fc
  .record({
    place: fc.constantFrom(...places),
    hours: fc.array(
      fc.record({ open: fc.array(stretch, { minLength: 1, maxLength: 2 }), busy: fc.array(stretch, { maxLength: 2 }) }),
      {
        minLength: ids.length,
        maxLength: ids.length,
      },
    ),
    duration: fc.constantFrom(20, 45, 60),
    grid: fc.constantFrom(undefined, 15, 20, 60),
    buffer: fc.constantFrom(undefined, 5, 15),
    lead: fc.constantFrom(undefined, 90),
    horizon: fc.constantFrom(undefined, 0, 1),
    clinicians: staff(['ana', 'ben']),
    rooms: staff(['red', 'blue', 'ben']),
    device: some(fc.record({ offset: fc.constantFrom(0, 5, 10), duration: fc.constantFrom(undefined, 10) })),
    narrowed: some(fc.constantFrom(['ana'], ['ben'], [])),
    dayParts: some(fc.subarray(['morning', 'afternoon', 'evening'] as const)),
    weekdays: some(fc.constantFrom([7], [1], [])),
    patient: fc.array(stretch, { maxLength: 1 }),
    nowAfter: fc.integer({ min: -300, max: 600 }),
  })
  .map((drawn) => {
    const { zone, from } = drawn.place
    const midnight = instantAt(from, 0, zone).epochMilliseconds
    const interval = ([start, length]: readonly [number, number]): { start: number; end: number } => ({
      start: midnight + start * 15 * minuteMs + (start % 3) * 5 * minuteMs,
      end: midnight + (start + length) * 15 * minuteMs,
    })
    const entries = drawn.hours.map(({ open, busy }, index): [string, Resource] => {
      const id = ids[index] ?? ''
      return [id, { id, name: id, open: open.map(interval), busy: busy.map(interval) }]
    })
    const { device } = drawn
    const request: OpeningRequest = {
      visitType: {
        id: 'visit',
        durationMinutes: drawn.duration,
        ...(drawn.grid && { gridMinutes: drawn.grid }),
        ...(drawn.buffer && { bufferAfterMinutes: drawn.buffer }),
        ...(drawn.lead && { leadMinutes: drawn.lead }),
        ...(drawn.horizon !== undefined && { horizonDays: drawn.horizon }),
        roles: [
          { name: 'clinician', kind: 'practitioner', candidates: drawn.clinicians },
          { name: 'room', kind: 'room', candidates: drawn.rooms },
          ...(device
            ? [
                {
                  name: 'device' as const,
                  kind: 'device' as const,
                  candidates: ['scan', 'red'],
                  offsetMinutes: device.offset,
                  ...(device.duration && { durationMinutes: device.duration }),
                },
              ]
            : []),
        ],
      },
      zone,
      from,
      to: from,
      ...(drawn.narrowed && { candidates: { clinician: drawn.narrowed } }),
      ...(drawn.dayParts && { dayParts: drawn.dayParts }),
      ...(drawn.weekdays && { weekdays: drawn.weekdays }),
      patientBusy: drawn.patient.map(interval),
      limit: Infinity,
    }
    return { request, resources: new Map(entries), now: midnight + drawn.nowAfter * minuteMs }
  })

test('finds what a search minute by minute finds, and everything found can be booked', () => {
  let found = 0
  let empty = 0
  fc.assert(
    fc.property(practice, ({ request, resources, now }) => {
      const { openings, considered } = findOpenings(request, resources, now)
      const pairs = openings.map(({ start, assignments }) => `${start} ${assignments[0]?.resourceId}`)
      expect(pairs.toSorted()).toEqual(naiveOpenings(request, resources, now))
      expect(considered).toBe(openings.length)
      for (const { start, end, assignments } of openings) {
        const { visitType, zone } = request
        const plan = planBooking({ visitType, start, assignments, resources, zone, now })
        expect(plan).toMatchObject({ ok: true, value: { start, end, assignments } })
      }
      found += Number(pairs.length > 0)
      empty += Number(pairs.length === 0)
    }),
    { numRuns: 200 },
  )
  expect(Math.min(found, empty)).toBeGreaterThan(20)
})
