import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findOpenings } from '../openings.ts'
import type { Opening } from '../opening.ts'
import { generatedPractice, indexOfPractice } from '../testing/generated-practice.ts'

const told = (openings: readonly Opening[]): unknown[] =>
  openings.map(({ start, end, score, assignments }) => ({ start, end, score, assignments }))

test('one opening for each start: the best of all that begin at once, in the order of time', () => {
  let several = 0
  fc.assert(
    fc.property(generatedPractice, fc.constantFrom(1, 5, Infinity), (practice, limit) => {
      const { now } = practice
      const request = { ...practice.request, walkIn: false }
      const index = indexOfPractice(practice)
      const all = findOpenings({ ...request, limit: Infinity, variety: false }, index, now).openings
      const firsts = [...Map.groupBy(all, ({ start }) => start).values()].map(([best]) => best!)
      const expected = firsts.toSorted((a, b) => a.start - b.start).slice(0, limit)
      const answer = findOpenings({ ...request, limit, eachStart: true }, index, now)
      expect(told(answer.openings)).toEqual(told(expected))
      expect(answer.near).toEqual([])
      several += Number(firsts.length < all.length)
    }),
    { numRuns: 250 },
  )
  // In about one in fifteen two could lead at once: of 250 there are 16, give or take 4.
  expect(several).toBeGreaterThan(3)
})
