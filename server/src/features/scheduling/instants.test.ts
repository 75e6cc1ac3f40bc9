import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOfMs, msOf } from './instants.ts'

test('an instant is written without an empty fraction, and read again it is the same', () => {
  expect(instantOfMs(Date.UTC(2026, 10, 1, 6, 5))).toBe('2026-11-01T06:05:00Z')
  expect(instantOfMs(Date.UTC(2026, 1, 28, 23, 59, 59))).toBe('2026-02-28T23:59:59Z')
  expect(instantOfMs(Date.UTC(1969, 11, 31, 23, 59, 0, 250))).toBe('1969-12-31T23:59:00.250Z')
  const step = fc.constantFrom(1, 1000, 60_000, 300_000, 86_400_000)
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 40), max: 2 ** 41 }), step, (some, by) => {
      const ms = Math.floor(some / by) * by
      expect(instantOfMs(ms)).toBe(new Date(ms).toISOString().replace('.000Z', 'Z'))
      expect(msOf(instantOfMs(ms))).toBe(ms)
    }),
  )
})
