import { env } from 'node:process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findOpenings } from './openings.ts'
import { naiveOpenings } from './openings-naive.ts'
import { allOpenings, countOpenings } from './search/all.ts'
import { generatedPractice, indexOfPractice } from './testing/generated-practice.ts'

/** FOYER_CASES=1000000 for the once-over. */
const cases = Number(env['FOYER_CASES'] ?? 10_000)

test('finds, ranks and counts what the twin on intervals does', { timeout: 86_400_000 }, () => {
  let found = 0
  let empty = 0
  fc.assert(
    fc.property(generatedPractice, (practice) => {
      const { request, resources, now } = practice
      const index = indexOfPractice(practice)
      const before = [index.free.slice(), index.starts.slice()]
      const twin = naiveOpenings(request, resources, now)
      const { openings } = findOpenings({ ...request, limit: Infinity }, index, now)
      const lead = (opening: (typeof openings)[number]): string =>
        opening.assignments.find(({ role }) => role === 'clinician')?.resourceId ?? ''
      const told = openings.map((each) => ({ start: each.start, leadId: lead(each), score: each.score }))
      expect(told).toEqual(twin)
      const few = findOpenings(request, index, now)
      expect(few.openings).toEqual(
        openings
          .slice(0, request.limit)
          .map((each) =>
            expect.objectContaining({ start: each.start, score: each.score, assignments: each.assignments }),
          ),
      )
      expect(countOpenings(request, index, now)).toBe(twin.length)
      const all = allOpenings(request, index, now)
      expect(all.starts.toSorted()).toEqual(Float64Array.from(twin, ({ start }) => start).toSorted())
      expect([index.free, index.starts]).toEqual(before)
      found += Number(twin.length > 0)
      empty += Number(twin.length === 0)
    }),
    { numRuns: cases },
  )
  expect(Math.min(found, empty)).toBeGreaterThan(cases / 10)
})
