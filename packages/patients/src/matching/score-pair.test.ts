import { expect, test } from 'vitest'
import vectors from '../../vectors/pairs.json' with { type: 'json' }
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
    'given: variant',
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
  const shared = evidence.find(({ outcome }) => outcome === 'shared-contact')?.weight ?? 0
  const contacts = evidence.filter(({ field }) => ['family', 'phone', 'email', 'street'].includes(field))
  expect(contacts.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same', 'same'])
  const proof = contacts.reduce((sum, { weight }) => sum + weight, 0)
  expect(proof).toBeGreaterThan(40)
  expect(proof + shared).toBeLessThan(18)
})

test('Nguyen proves less than Szczepanowski', () => {
  const weightOf = (family: string): number => {
    const person = { name: { given: 'Eva', family }, birthDate: '1961-03-14' }
    return scorePair(person, person).evidence.find(({ field }) => field === 'family')?.weight ?? 0
  }
  expect(weightOf('Nguyen')).toBeGreaterThan(0)
  expect(weightOf('Szczepanowski')).toBeGreaterThan(weightOf('Nguyen') + 2)
  expect(weightOf('Nguyễn')).toBe(weightOf('Nguyen'))
  expect(weightOf('Nguyen')).toBeGreaterThan(weightOf('Smith'))
})
