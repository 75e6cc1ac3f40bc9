import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jaroWinkler } from './similarity.ts'

// The worked examples of Winkler's papers.
test.each([
  ['martha', 'marhta', 0.9611],
  ['dwayne', 'duane', 0.84],
  ['dixon', 'dicksonx', 0.8133],
  ['jones', 'johnson', 0.8324],
  ['abc', 'xyz', 0],
  ['', 'abc', 0],
])('%s and %s: %f', (a, b, similarity) => {
  expect(jaroWinkler(a, b)).toBeCloseTo(similarity, 3)
})

test('similarity lies between 0 and 1 and does not depend on the order', () => {
  const word = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', 'c', 'd') })
  fc.assert(
    fc.property(word, word, (a, b) => {
      const similarity = jaroWinkler(a, b)
      expect(similarity).toBeGreaterThanOrEqual(0)
      expect(similarity).toBeLessThanOrEqual(1)
      expect(jaroWinkler(b, a)).toBeCloseTo(similarity, 10)
    }),
  )
})
