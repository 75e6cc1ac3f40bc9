import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressText, isEmptyAddress, isWholeAddress } from './home-address.ts'

const part = fc.constantFrom('', ' ', 'Elm', '62701')
const anyAddress = fc.record({ line: part, city: part, state: part, postalCode: part })

test('written on one line, as far as it is known', () => {
  const whole = { line: '12 Elm St', city: 'Springfield', state: 'IL', postalCode: '62701' }
  expect(addressText(whole)).toBe('12 Elm St, Springfield, IL 62701')
  expect(addressText({ ...whole, line: '' })).toBe('Springfield, IL 62701')
  expect(addressText({ ...whole, city: '', state: '' })).toBe('12 Elm St, 62701')
  expect(addressText({ line: '12 Elm St' })).toBe('12 Elm St')
  expect([addressText(null), addressText('12 Elm St'), addressText({})]).toEqual(['', '', ''])
})

test('no comma stands before or after nothing, and an address is empty, whole or between', () => {
  fc.assert(
    fc.property(anyAddress, (address) => {
      expect(addressText(address)).not.toMatch(/^[ ,]|, ,|,,|[ ,]$/)
      expect(addressText(address) === '').toBe(isEmptyAddress(address))
      expect(isWholeAddress(address)).toBe(Object.values(address).every((text) => text.trim() !== ''))
    }),
  )
})
