import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageAt } from '../age.ts'
import { blockingKeys } from '../matching/blocking.ts'
import { isUnknownPerson, unknownMarks } from '../matching/placeholder.ts'
import { prepare } from '../matching/prepare.ts'
import { scorePair } from '../matching/score-pair.ts'
import { anyPerson } from '../matching/testing.ts'
import { unknownPerson } from './unknown-person.ts'

const today = '2026-11-28'
const sex = fc.constantFrom('female', 'male', 'other', 'unknown')
const anyUnknown = fc
  .tuple(sex, fc.option(fc.integer({ min: 0, max: 120 })), fc.nat())
  .map(([said, age, count]) => ({ ...unknownPerson({ sex: said, age }, today, count), sex: said }))

test('a name that says nobody knows, and a birth year that is a guess', () => {
  expect(unknownPerson({ sex: 'male', age: 40 }, today, 6)).toEqual({
    name: { given: 'Unknown', family: 'Male Harbor' },
    birthDate: '1985',
    birthDateEstimated: true,
  })
  expect(unknownPerson({ sex: 'unknown', age: null }, today, 0)).toEqual({
    name: { given: 'Unknown', family: 'Person Anchor' },
    birthDate: '',
    birthDateEstimated: false,
  })
})

test('the age that is shown is the age that was said', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 120 }), (age) => {
      const { birthDate } = unknownPerson({ sex: 'male', age }, today, 0)
      expect(ageAt(birthDate, today)?.years).toBe(age)
    }),
  )
})

test('two in a row have different names', () => {
  fc.assert(
    fc.property(fc.nat(), (count) => {
      const family = (at: number) => unknownPerson({ sex: 'male', age: 40 }, today, at).name.family
      expect(family(count)).not.toBe(family(count + 1))
    }),
  )
})

test('every such name is known as one, and nobody else’s is', () => {
  fc.assert(
    fc.property(anyUnknown, ({ name }) => {
      expect(isUnknownPerson(name)).toBe(true)
    }),
  )
  expect(isUnknownPerson({ given: 'Mai', family: 'Male Harbor' })).toBe(false)
  expect(isUnknownPerson({ given: 'Unknown', family: 'Harbor' })).toBe(false)
  expect(isUnknownPerson({ given: 'Unknown', family: 'Nguyen' })).toBe(false)
  expect(new Set(unknownMarks.map((mark) => mark.slice(0, 1))).size).toBeGreaterThan(15)
})

test('their names are no evidence and lead nobody to them', () => {
  fc.assert(
    fc.property(anyUnknown, ({ name }) => {
      const prepared = prepare({ name })
      expect([prepared.given, prepared.family]).toEqual([null, null])
      expect(blockingKeys(prepared).flat()).toEqual([])
    }),
  )
})

test('two unknown people of one sex and age are no suspicion', () => {
  const one = { ...unknownPerson({ sex: 'male', age: 40 }, today, 6), sex: 'male' }
  const other = { ...unknownPerson({ sex: 'male', age: 40 }, today, 7), sex: 'male' }
  expect(scorePair(one, other).verdict).toBe('different')
})

test('they are never the same as anybody by themselves, whatever else agrees', () => {
  fc.assert(
    fc.property(anyUnknown, anyPerson, (unknown, person) => {
      const { name } = unknown
      expect(scorePair({ ...person, name }, person).verdict).not.toBe('same')
      expect(scorePair({ ...person, name }, { ...person, name }).verdict).not.toBe('same')
    }),
    { numRuns: 500 },
  )
  const found = { name: { given: 'Unknown', family: 'Male Harbor' }, birthDate: '1986', identifiers: ['A77120934'] }
  const known = { name: { given: 'Al', family: 'Berg' }, birthDate: '1986-05-02', identifiers: ['A77120934'] }
  expect(scorePair(found, known)).toMatchObject({ verdict: 'ask', evidence: expect.anything() })
})
