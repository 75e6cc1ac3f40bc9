import { daysToAppointment } from '@foyer/scheduling'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { median, percentOf, quantile, spreadOf, total } from './spread.ts'

const counts = fc.array(fc.record({ days: fc.integer({ min: 0, max: 400 }), count: fc.integer({ min: 0, max: 20 }) }))

test('every visit is in one part of the spread', () => {
  fc.assert(
    fc.property(counts, (list) => {
      expect(total(spreadOf(list))).toBe(total(list))
    }),
  )
})

test('the parts join without a gap', () => {
  const parts = spreadOf([])
  expect(parts[0]?.from).toBe(0)
  for (const [at, { to }] of parts.entries()) expect(to === null ? undefined : to + 1).toBe(parts[at + 1]?.from)
})

test('the middle is that of the package, which looks at visits one by one', () => {
  const day = 86_400_000
  fc.assert(
    fc.property(counts, (list) => {
      const visits = list.flatMap(({ days, count }) =>
        Array.from({ length: count }, () => ({ bookedAt: 0, start: days * day, zone: 'UTC' })),
      )
      const { medianDays, ninetiethDays } = daysToAppointment(visits)
      expect([median(list), quantile(list, 0.9)]).toEqual([medianDays, ninetiethDays])
    }),
  )
})

test('a quantile is what sorting every visit says', () => {
  fc.assert(
    fc.property(counts, fc.constantFrom(0.5, 0.9), (list, share) => {
      const all = list.flatMap(({ days, count }) => Array.from({ length: count }, () => days)).toSorted((a, b) => a - b)
      const expected = all.length === 0 ? null : (all[Math.ceil(all.length * share) - 1] ?? null)
      expect(quantile(list, share)).toBe(expected)
    }),
  )
})

test('nothing of nothing is no percentage', () => {
  expect([percentOf(0, 0), percentOf(1, 3), percentOf(3, 2)]).toEqual([null, 33, 150])
})
