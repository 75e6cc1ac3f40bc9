import fc from 'fast-check'
import { expect, test } from 'vitest'
import vectors from '../../vectors/pairs.json' with { type: 'json' }
import type { MatchPerson } from './record.ts'
import { scorePair } from './score-pair.ts'

test.each(vectors)('$case: $verdict', ({ a, b, verdict }) => {
  expect(scorePair(a, b).verdict).toBe(verdict)
  expect(scorePair(b, a).verdict).toBe(verdict)
})

test('the answer carries its reasons', () => {
  const { evidence } = scorePair(
    { name: { given: 'Bob', family: 'Price' }, birthDate: '1986-11-03', phones: ['+13125550136'] },
    { name: { given: 'Robert', family: 'Price' }, birthDate: '1986-03-11', phones: ['+13125550199'] },
  )
  expect(evidence.map(({ field, outcome }) => `${field}: ${outcome}`)).toEqual([
    'given: nickname',
    'family: same',
    'birthDate: day-month-swapped',
    'phone: different',
    'rule: birth-date-open',
  ])
})

test('a household that shares everything is explained as one, not counted three times', () => {
  const home = { phones: ['+13125550134'], emails: ['a@example.org'], address: { line: '9 Quarry Bend' } }
  const { evidence } = scorePair(
    { name: { given: 'Maria', family: 'Nguyen' }, birthDate: '1961-03-14', ...home },
    { name: { given: 'Linh', family: 'Nguyen' }, birthDate: '1989-09-02', ...home },
  )
  expect(evidence).toContainEqual({ field: 'rule', outcome: 'shared-contact', weight: -8.5 })
})

const anyPerson: fc.Arbitrary<MatchPerson> = fc.record({
  name: fc.record({
    given: fc.constantFrom('Maria', 'Mai', 'Bob', 'Robert', 'Linh', ''),
    family: fc.constantFrom('Nguyen', 'García López', 'García', 'Price', 'Maria', ''),
  }),
  birthDate: fc.constantFrom('1961-03-14', '1961-03-15', '1961-03', '1989-09-02', undefined),
  sex: fc.constantFrom('female', 'male', 'unknown', undefined),
  phones: fc.subarray(['+13125550134', '+17735550101']),
  emails: fc.subarray(['a@example.org', 'b@example.org']),
  address: fc.constantFrom({ line: '9 Quarry Bend', postalCode: '60618' }, { postalCode: '60618' }, undefined),
})

test('the order of the two does not matter, and the score is a probability', () => {
  fc.assert(
    fc.property(anyPerson, anyPerson, (a, b) => {
      const there = scorePair(a, b)
      const back = scorePair(b, a)
      expect(back.score).toBeCloseTo(there.score, 10)
      expect(back.verdict).toBe(there.verdict)
      expect(there.score).toBeGreaterThan(0)
      expect(there.score).toBeLessThan(1)
    }),
  )
})
