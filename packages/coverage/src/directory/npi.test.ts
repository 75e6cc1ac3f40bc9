import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNpi } from './npi.ts'

test('the example of the standard is one; another last digit, another length, letters are none', () => {
  expect(isNpi('1234567893')).toBe(true)
  for (const text of ['1234567890', '123456789', '12345678933', '3234567891', '12345678 3', '', '808401234567893'])
    expect([text, isNpi(text)]).toEqual([text, false])
})

test('of ten last digits one is right, and a slip of one digit is found', () => {
  const nine = fc.tuple(fc.constantFrom('1', '2'), fc.stringMatching(/^\d{8}$/)).map((parts) => parts.join(''))
  fc.assert(
    fc.property(nine, fc.nat({ max: 8 }), fc.integer({ min: 1, max: 9 }), (body, place, by) => {
      const right = Array.from({ length: 10 }, (_, digit) => `${body}${digit}`).filter(isNpi)
      expect(right).toHaveLength(1)
      const whole = right[0] ?? ''
      const other = String((Number(whole[place]) + by) % 10)
      expect(isNpi(whole.slice(0, place) + other + whole.slice(place + 1))).toBe(false)
    }),
  )
})
