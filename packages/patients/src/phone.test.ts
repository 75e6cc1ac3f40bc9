import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPhone, last4, normalizePhone } from './phone.ts'

test.each([
  ['(312) 555-0134', '+13125550134'],
  ['312.555.0134', '+13125550134'],
  ['1 312 555 0134 ext. 7', '+13125550134'],
  ['+44 20 7946 0958', '+442079460958'],
  ['555-123-4567', '+15551234567'],
])('%s is %s', (text, e164) => {
  expect(normalizePhone(text)).toBe(e164)
})

test.each(['', 'none', '555-0134', '312 555 01345678', 'call Linh'])('%j is no phone number', (text) => {
  expect(normalizePhone(text)).toBeNull()
})

test('a number without a country code belongs to the region given', () => {
  expect(normalizePhone('55 1234 5678', 'MX')).toBe('+525512345678')
})

test('numbers are written as people write them', () => {
  expect(formatPhone('+13125550134')).toBe('(312) 555-0134')
  expect(formatPhone('+442079460958')).toBe('+44 20 7946 0958')
  expect(formatPhone('garbage')).toBe('garbage')
  expect(last4('+13125550134')).toBe('0134')
})

test('what is shown for a US number reads back to the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2_000_000_000, max: 9_999_999_999 }), (digits) => {
      expect(normalizePhone(formatPhone(`+1${digits}`))).toBe(`+1${digits}`)
    }),
  )
})
