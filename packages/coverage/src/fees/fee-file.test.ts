import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFeeFile } from './fee-file.ts'
import { centsOf } from './values.ts'

function fees(text: string): readonly string[] {
  const read = readFeeFile(text)
  return read.ok
    ? read.fees.map(({ code, modifier, amountCents }) => `${code}${modifier && `-${modifier}`} ${amountCents}`)
    : [`missing ${read.missing.join(' ')}`]
}

test.each([
  [
    'headings of a spreadsheet',
    'CPT/HCPCS Code,Description,Mod,Allowed Amount\r\n99213,"Visit, office",25,"$1,092.50"\r\n',
  ],
  ['another order, semicolons, a mark at the beginning', '\uFEFFfee;modifier;procedure code\n1092.5;25;99213'],
  ['a title above, tabs, Spanish', 'Tarifas 2026\nCódigo\tModificador\tImporte\n99213\t25\t1.092,50'],
  ['no headings', '99213,25,1092.50'],
  ['no headings, the modifier behind the code', '99213-25,1092.50'],
])('is read: %s', (_, text) => {
  expect(fees(text)).toEqual(['99213-25 109250'])
})

test('what is no price list says which column is not there', () => {
  expect(fees('name,birthday\nAda,1815')).toEqual(['missing code amount'])
  expect(fees('code,text\n99213,visit')).toEqual(['missing amount'])
  expect(fees('')).toEqual(['missing code amount'])
})

test('bad rows are named with their line and what stands there; good ones stay', () => {
  const read = readFeeFile(
    'code,modifier,amount\n99213,,90\n\n100,,80\n99214,LONG,80\n99215,,\n,,12\n90834,,free\n99213,,95\n99213,,90.00\n"two\nlines",,1\n73721,26,-5',
  )
  if (!read.ok) throw new Error('not read')
  expect(read.fees).toEqual([{ code: '99213', modifier: '', amountCents: 9000 }])
  expect(read.faults.map(({ line, value, fault }) => [line, value, fault])).toEqual([
    [4, '100', 'code-not-read'],
    [5, 'LONG', 'modifier-not-read'],
    [6, '99215', 'no-amount'],
    [7, '12', 'no-code'],
    [8, 'free', 'amount-not-read'],
    [9, '99213', 'twice'],
    [11, 'two\nlines', 'code-not-read'],
    [13, '-5', 'amount-not-read'],
  ])
})

describe('amounts', () => {
  test.each([
    ['$80', 8000],
    ['80.5', 8050],
    ['80.500', 8050],
    ['USD 1,234.50', 123_450],
    ['1.234,50', 123_450],
    ['0', 0],
    ['1,23', 123],
    ['1,2345', null],
    ['80.125', null],
    ['-5', null],
    ['(5)', null],
    ['1e3', null],
    ['80 per unit', null],
    ['99999999999', null],
  ])('%s', (text, cents) => {
    expect(centsOf(text)).toBe(cents)
  })

  test('what is written as dollars with two digits comes back as it was', () => {
    const format = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
    fc.assert(
      fc.property(fc.nat({ max: 99_999_999 }), (cents) => {
        expect(centsOf(format.format(cents / 100))).toBe(cents)
        expect(centsOf((cents / 100).toFixed(2))).toBe(cents)
      }),
    )
  })
})
