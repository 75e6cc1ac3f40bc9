import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Party } from '../benefits/eligibility.ts'
import { primaryCareDifference } from './primary-care.ts'

const tanaka: Party = {
  role: 'P3',
  name: 'TANAKA',
  given: 'YUKI',
  middle: null,
  suffix: null,
  isPerson: true,
  id: null,
  phones: [],
  pointer: { set: 1, segment: 10, tag: 'NM1' },
}
const clinic: Party = { ...tanaka, name: 'RIVERSIDE FAMILY MEDICINE LLC', given: null, isPerson: false }

test.each([
  'Yuki Tanaka',
  'Dr. Yuki Tanaka, M.D.',
  'Tanaka, Yuki',
  'Y. Tanaka DO',
  'Dra. Tanaka',
  'Yuki Mei Tanaka',
  'Yūki Tanaka',
])('%s is whom the payer calls YUKI TANAKA', (ours) => {
  expect(primaryCareDifference([tanaka], ours)).toBeNull()
})

test.each(['Kenji Tanaka', 'Anna Y. Tanaka', 'Yuki Tan', 'Dr. Okafor', 'Riverside Family Medicine', null])(
  '%s is not',
  (ours) => {
    expect(primaryCareDifference([tanaka], ours)).toBe(tanaka)
  },
)

test('hyphens, accents and a family name cut off are the payer’s way of writing', () => {
  const cut = { ...tanaka, name: 'NUNEZCASTAN', given: 'MARIA' }
  expect(primaryCareDifference([cut], 'Dr. María Núñez-Castañeda')).toBeNull()
  expect(primaryCareDifference([{ ...cut, name: 'OBRIEN' }], 'Maria O’Brien')).toBeNull()
})

test('a name that is written like a title is still one', () => {
  expect(primaryCareDifference([{ ...tanaka, name: 'DO', given: 'MINH' }], 'Minh Do')).toBeNull()
})

test('a practice is the same with and without what kind of firm it is', () => {
  expect(primaryCareDifference([clinic], 'Riverside Family Medicine')).toBeNull()
  expect(primaryCareDifference([clinic], 'Lakeside Family Medicine')).toBe(clinic)
})

test('nobody said differs in nothing, and of several any may be ours', () => {
  expect(primaryCareDifference([], 'Yuki Tanaka')).toBeNull()
  expect(primaryCareDifference([{ ...tanaka, name: ' ' }], null)).toBeNull()
  expect(primaryCareDifference([clinic, tanaka], 'Yuki Tanaka')).toBeNull()
  expect(primaryCareDifference([clinic, tanaka], null)).toBe(clinic)
})

const name = fc.stringMatching(/^[A-ZÁÉÑÜ][a-záéñü]{2,9}([ -][A-Z][a-z]{2,9})?$/)
const payersWay = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('-', ' ')
    .toUpperCase()

test('whoever is taken over as the payer names them is no difference any more, with titles or without', () => {
  fc.assert(
    fc.property(
      name,
      name,
      fc.constantFrom('', 'Dr. '),
      fc.constantFrom('', ', MD'),
      (given, family, before, after) => {
        const party = { ...tanaka, name: payersWay(family), given: payersWay(given) }
        expect(primaryCareDifference([party], `${before}${given} ${family}${after}`)).toBeNull()
        expect(primaryCareDifference([party], `${party.given} ${party.name}`)).toBeNull()
      },
    ),
  )
})
