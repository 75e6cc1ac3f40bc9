import { env } from 'node:process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findOpenings } from './openings.ts'
import { naiveOpenings } from './openings-naive.ts'
import { allOpenings, countOpenings } from './search/all.ts'
import { naiveVariety } from './testing/naive-variety.ts'
import { generatedPractice, indexOfPractice } from './testing/generated-practice.ts'

/** FOYER_CASES=1000000 for the once-over. */
const cases = Number(env['FOYER_CASES'] ?? 10_000)

test('finds, ranks and counts what the twin on intervals does', { timeout: 86_400_000 }, () => {
  let found = 0
  let empty = 0
  let seats = 0
  fc.assert(
    fc.property(generatedPractice, (practice) => {
      const { request, resources, now } = practice
      const index = indexOfPractice(practice)
      const before = [index.free.slice(), index.starts.slice()]
      const twin = naiveOpenings(request, resources, now)
      const { openings } = findOpenings({ ...request, limit: Infinity }, index, now)
      const lead = (opening: (typeof openings)[number]): string =>
        opening.assignments.find(({ role }) => role === 'clinician')?.resourceId ?? ''
      const isSeat = ({ reasons }: (typeof openings)[number]): boolean =>
        reasons.some(({ code }) => code === 'joins-group')
      const told = openings.map((each) => ({
        start: each.start,
        leadId: lead(each),
        score: each.score,
        ...(isSeat(each) && { seat: true }),
      }))
      expect(told).toEqual(twin)
      const few = findOpenings(request, index, now)
      expect(few.openings).toEqual(
        openings
          .slice(0, request.limit)
          .map((each) =>
            expect.objectContaining({ start: each.start, score: each.score, assignments: each.assignments }),
          ),
      )
      const varied = findOpenings({ ...request, variety: true }, index, now).openings
      const dated = twin.map((each) => ({ ...each, date: index.calendar(request.zone).dateAt(each.start) }))
      expect(varied.map(({ start, score }) => ({ start, score }))).toEqual(
        (request.walkIn ? dated.slice(0, request.limit) : naiveVariety(dated, request.limit)).map(
          ({ start, score }) => ({ start, score }),
        ),
      )
      const made = twin.filter(({ seat }) => !seat)
      expect(countOpenings(request, index, now)).toBe(made.length)
      const all = allOpenings(request, index, now)
      expect(all.starts.toSorted()).toEqual(Float64Array.from(made, ({ start }) => start).toSorted())
      expect([index.free, index.starts]).toEqual(before)
      seats += Number(made.length < twin.length)
      found += Number(twin.length > 0)
      empty += Number(twin.length === 0)
    }),
    { numRuns: cases },
  )
  expect(seats).toBeGreaterThan(cases / 100)
  expect(Math.min(found, empty)).toBeGreaterThan(cases / 10)
})
