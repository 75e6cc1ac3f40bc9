import fc from 'fast-check'
import { expect, test } from 'vitest'
import vectors from '../../vectors/insurance-cards.json' with { type: 'json' }
import { readInsuranceCard } from './read-card.ts'

const payers = [
  { id: 'p1', name: 'Prairie Health Plan' },
  { id: 'p2', name: 'Lakeshore Mutual' },
  { id: 'p3', name: 'Blue Cross Blue Shield of Illinois' },
  { id: 'p4', name: 'Blue Cross Blue Shield of Texas' },
  { id: 'p5', name: 'United Healthcare' },
  { id: 'p6', name: 'Medicare' },
  { id: 'p7', name: 'Aetna' },
]

test.each(vectors)('$name', ({ text, reads, copays = {}, phones = [] }) => {
  const card = readInsuranceCard(text, payers)
  expect(Object.fromEntries(card.fields.map(({ name, value }) => [name, value]))).toEqual(reads)
  expect(Object.fromEntries(card.copays.map(({ kind, cents }) => [kind, cents]))).toEqual(copays)
  expect(card.phones.map(({ phone }) => phone)).toEqual(phones)
})

test('each value stands in the words it was read from', () => {
  for (const { text } of vectors)
    for (const { name, value, from } of readInsuranceCard(text, payers).fields) {
      const bare = (words: string) => words.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
      if (name !== 'payer' && name !== 'effectiveDate') expect(bare(from)).toContain(bare(value))
    }
})

test('of two payers that the card could be of none is proposed', () => {
  const card = readInsuranceCard('Blue Cross Blue Shield\nMember ID: XOF123456789', payers)
  expect(card.fields.map(({ name }) => name)).toEqual(['memberId'])
})

test('noise is read as nothing, and never fails', () => {
  const piece = fc.constantFrom(
    'Member ID',
    'Group',
    'RxBIN',
    '$',
    '25',
    ':',
    '\n',
    '  ',
    'Plan',
    'ID',
    '12/40/2026',
    'Eff',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 12 })), { maxLength: 30 }), (parts) => {
      const { fields, copays } = readInsuranceCard(parts.join(' '), payers)
      for (const { value, from } of fields) {
        expect(value.trim()).not.toBe('')
        expect(from.trim()).not.toBe('')
      }
      for (const { cents } of copays) expect(Number.isSafeInteger(cents)).toBe(true)
    }),
  )
})

test('a number keeps its digits whatever stands around it', () => {
  const number = fc.stringMatching(/^[A-Z]{3}\d{9}$/)
  const edge = fc.constantFrom('', '| ', '. ', '— ', '~ ')
  fc.assert(
    fc.property(number, edge, edge, (value, before, after) => {
      const { fields } = readInsuranceCard(`${before}Member ID: ${after}${value} ${before}`, [])
      expect(fields).toMatchObject([{ name: 'memberId', value }])
    }),
  )
})
