import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adviseOverbook, type NoShowHistory, noShowWeight } from './no-show-weight.ts'

const known: NoShowHistory = { kept: 0, missed: 0, leadDays: 14 }

test('nothing known: the rate of the practice', () => {
  expect(noShowWeight(known, 0.2)).toEqual({
    weight: 0.2,
    because: [
      { code: 'practice-rate', rate: 0.2 },
      { code: 'lead-days', days: 14, factor: 1 },
    ],
  })
})

test('own visits are drawn towards the rate of the practice', () => {
  const { weight, because } = noShowWeight({ ...known, missed: 1 }, 0.125)
  expect(weight).toBeCloseTo((0.125 * 8 + 1) / 9)
  expect(because).toContainEqual({ code: 'own-visits', kept: 0, missed: 1, rate: 1 })
  expect(noShowWeight({ ...known, missed: 100 }, 0.1).weight).toBeGreaterThan(0.9)
  expect(noShowWeight({ ...known, kept: 100 }, 0.1).weight).toBeLessThan(0.01)
})

test('booked today, long ago, and confirmed', () => {
  const on = (leadDays: number) => noShowWeight({ ...known, leadDays }, 0.5).weight
  expect([0, 1, 7, 8, 30, 31].map((days) => Number(on(days).toFixed(3)))).toEqual([
    0.333, 0.444, 0.444, 0.5, 0.5, 0.565,
  ])
  expect(noShowWeight({ ...known, confirmed: true }, 0.5).weight).toBeCloseTo(1 / 3)
})

test('a weight is a share, and more missed visits never make it less', () => {
  const history = fc.record({
    kept: fc.nat(50),
    missed: fc.nat(50),
    leadDays: fc.nat(200),
    confirmed: fc.boolean(),
  })
  fc.assert(
    fc.property(history, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (each, rate) => {
      const { weight } = noShowWeight(each, rate)
      expect(weight).toBeGreaterThan(0)
      expect(weight).toBeLessThan(1)
      expect(noShowWeight({ ...each, missed: each.missed + 1 }, rate).weight).toBeGreaterThan(weight)
      expect(noShowWeight({ ...each, kept: each.kept + 1 }, rate).weight).toBeLessThan(weight)
    }),
  )
})

test('one more is advised when enough will be missed, never beyond the limit', () => {
  const weights = [0.4, 0.4, 0.3]
  expect(adviseOverbook({ weights, overbook: 2, overbooked: 0 })).toMatchObject({
    advise: true,
    because: 'enough-missed',
  })
  expect(adviseOverbook({ weights, overbook: 2, overbooked: 1 })).toMatchObject({
    advise: false,
    because: 'too-few-missed',
  })
  expect(adviseOverbook({ weights, overbook: 0, overbooked: 0 })).toMatchObject({
    advise: false,
    because: 'limit-reached',
  })
  expect(adviseOverbook({ weights, overbook: 2, overbooked: 0 }, 1.2).advise).toBe(false)
  expect(adviseOverbook({ weights, overbook: 2, overbooked: 0 }).expectedMissed).toBeCloseTo(1.1)
})
