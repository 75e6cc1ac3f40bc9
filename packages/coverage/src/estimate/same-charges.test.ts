import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameCharges } from './same-charges.ts'

const charge = fc.record({
  code: fc.constantFrom('99213', '36415', '80061'),
  units: fc.integer({ min: 1, max: 3 }),
  expectedCents: fc.nat(30_000),
})

test('the order says nothing; another amount, number or service does', () => {
  fc.assert(
    fc.property(fc.array(charge, { minLength: 1, maxLength: 5 }), fc.nat(4), (told, at) => {
      expect(sameCharges(told, told.toReversed())).toBe(true)
      const other = told.map((one, index) =>
        index === at % told.length ? { ...one, expectedCents: one.expectedCents + 1 } : one,
      )
      expect(sameCharges(told, other)).toBe(false)
      expect(sameCharges(told, told.slice(1))).toBe(false)
    }),
  )
})
