import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMrn, mrnNumber, parseMrn } from './identifier.ts'

test.each(['0041 7028', '00417028', '0041 7O28', 'MRN 0041 7028', 'mrn: oo41-7028'])(
  '%s is read as 00417028',
  (text) => {
    expect(parseMrn(text)).toBe('00417028')
  },
)

test('the letters I and l stand for 1', () => {
  expect(parseMrn('0041 II28')).toBe('00411128')
  expect(parseMrn('004l 7028')).toBe('00417028')
})

test.each(['', '0041 702', '0041 70281', 'oil oil oo', '0041 7A28'])('%j is no record number', (text) => {
  expect(parseMrn(text)).toBeNull()
})

test('every number of the sequence reads back from the way it is shown', () => {
  expect(mrnNumber(0)).toBe('00410000')
  expect(formatMrn('H-77')).toBe('H-77')
  fc.assert(
    fc.property(fc.nat(90_000_000), (sequence) => {
      expect(parseMrn(formatMrn(mrnNumber(sequence)))).toBe(mrnNumber(sequence))
    }),
  )
})
