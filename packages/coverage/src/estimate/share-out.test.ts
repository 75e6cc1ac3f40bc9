import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareOut } from './share-out.ts'

test('a third each, and the cent that is left to the first', () => {
  expect(shareOut(10_000, [1, 1, 1])).toEqual([3334, 3333, 3333])
  expect(shareOut(4000, [30_000, 10_000])).toEqual([3000, 1000])
  expect(shareOut(500, [0, 0])).toEqual([500, 0])
  expect(shareOut(0, [])).toEqual([])
})

test('the parts add up, and each is within a cent of its share', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 500_000 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000 }), weights, (total, of) => {
      const parts = shareOut(total, of)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
      const whole = of.reduce((sum, weight) => sum + weight, 0)
      for (const [at, weight] of of.entries())
        if (whole > 0) expect(Math.abs((parts[at] ?? 0) - (total * weight) / whole)).toBeLessThan(1)
    }),
  )
})
