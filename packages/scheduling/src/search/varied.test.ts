import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findOpenings } from '../openings.ts'
import type { Opening } from '../opening.ts'
import { generatedPractice, indexOfPractice } from '../testing/generated-practice.ts'
import type { Option } from './rank.ts'
import { spread } from './spread.ts'

test('the choice is what it would be of all openings, on whatever date they lie', () => {
  let differs = 0
  fc.assert(
    fc.property(generatedPractice, fc.constantFrom(1, 4, 9, 12, 20, 40), (practice, limit) => {
      const { now } = practice
      // With fewer people there is less to choose from; whoever walked in is offered the soonest, whether they differ or not.
      const request = { ...practice.request, having: {}, walkIn: false }
      const index = indexOfPractice(practice)
      const { openings } = findOpenings({ ...request, limit: Infinity, variety: false }, index, now)
      const calendar = index.calendar(request.zone)
      const ranked = openings.map((opening) => ({
        start: opening.start,
        score: opening.score,
        leadId: opening.assignments.find(({ role }) => role === 'clinician')?.resourceId ?? '',
        date: calendar.dateAt(opening.start),
        opening,
      }))
      const all = spread(ranked as unknown as readonly Option[], limit) as unknown as typeof ranked
      const varied = findOpenings({ ...request, limit, variety: true }, index, now)
      const told = (those: readonly Opening[]): unknown[] =>
        those.map(({ start, score, assignments }) => ({ start, score, assignments }))
      expect(told(varied.openings)).toEqual(told(all.map(({ opening }) => opening)))
      differs += Number(JSON.stringify(told(varied.openings)) !== JSON.stringify(told(openings.slice(0, limit))))
    }),
    { numRuns: 250 },
  )
  // About one in eight differs: of 250 there are 30, give or take 6.
  expect(differs).toBeGreaterThan(3)
})
