import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMoney, formatMoney, usd, uuidv7 } from './index.ts'

test('an id is a UUID of version 7 that sorts by its time', () => {
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
  const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 })
  fc.assert(
    fc.property(moment, moment, bytes, (a, b, random) => {
      const [first, second] = [uuidv7(a, random), uuidv7(b, random)]
      expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(Math.sign(first < second ? -1 : first > second ? 1 : 0)).toBe(Math.sign(a - b))
    }),
  )
})

test('money is whole cents, and adds up', () => {
  expect(() => usd(0.5)).toThrow(RangeError)
  expect(addMoney(usd(2500), usd(-1000), usd(1))).toEqual({ cents: 1501, currency: 'USD' })
  expect(formatMoney(usd(123_450), 'en-US')).toBe('$1,234.50')
})
