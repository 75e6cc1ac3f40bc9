import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAddressLine } from './address-line.ts'

test.each([
  ['12 Oak Street', '12 Oak St', '12 oak st'],
  ['12 Oak Avenue', '12 OAK AVE.', '12 oak ave'],
  ['440 N. Lake Shore Drive', '440 North Lake Shore Dr', '440 n lk shore dr'],
  ['7 First Avenue', '7 1st Ave', '7 1st ave'],
  ['Hauptstraße 12', 'Hauptstr. 12', '12 haupt st'],
  ['C/ Mayor 5', 'Calle Mayor, 5', '5 c mayor'],
  ['Avenida de la Constitución 8', 'Av. de la Constitucion 8', '8 ave de la constitucion'],
  ['0012B Oak St', '12 Oak St', '12 oak st'],
])('%s and %s are one', (one, other, as) => {
  const said = ({ houseNumber, street }: ReturnType<typeof readAddressLine>) => `${houseNumber} ${street}`
  expect(said(readAddressLine(one))).toBe(as)
  expect(said(readAddressLine(other))).toBe(as)
})

test.each([
  ['12 Oak St Apt 4', { houseNumber: '12', street: 'oak st', unit: '4' }],
  ['Apt 4, 12 Oak St', { houseNumber: '12', street: 'oak st', unit: '4' }],
  ['12 Oak St #4-B', { houseNumber: '12', street: 'oak st', unit: '4b' }],
  ['12 Oak St, Suite #310', { houseNumber: '12', street: 'oak st', unit: '310' }],
  ['Apt 4', { houseNumber: '', street: '', unit: '4' }],
  ['1st Avenue', { houseNumber: '', street: '1st ave', unit: '' }],
  ['120 1st St', { houseNumber: '120', street: '1st st', unit: '' }],
  ['', { houseNumber: '', street: '', unit: '' }],
])('%s in parts', (line, parts) => {
  expect(readAddressLine(line)).toEqual(parts)
})

test('any text is read, and what is read reads the same again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (line) => {
      const { houseNumber, street, unit } = readAddressLine(line)
      expect(houseNumber).toMatch(/^\d*$/)
      expect([street, unit].join()).toBe([street, unit].join().toLowerCase())
    }),
  )
})
