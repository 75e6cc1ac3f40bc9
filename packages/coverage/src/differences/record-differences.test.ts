import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Insured } from '../benefits/eligibility.ts'
import { type RecordedPerson, recordDifferences } from './record-differences.ts'

const ours: RecordedPerson = {
  family: 'Núñez-Castañeda',
  given: 'María José',
  birthDate: '1961-03-14',
  sex: 'female',
  address: { lines: ['12 North Oak Street, Apt. 3'], city: 'Chicago', state: 'IL', postalCode: '60601-2345' },
}

const unsaid: Insured = {
  role: 'IL',
  name: '',
  given: null,
  middle: null,
  suffix: null,
  isPerson: true,
  id: null,
  phones: [],
  pointer: { set: 1, segment: 10, tag: 'NM1' },
  memberId: null,
  groupNumber: null,
  birthDate: null,
  sex: null,
  address: null,
  relationship: null,
  isChangedByPayer: false,
}

function differing(payer: Partial<Insured>, record: Partial<RecordedPerson> = {}): readonly string[] {
  return recordDifferences({ ...unsaid, ...payer }, { ...ours, ...record }).map(({ field }) => field)
}

const address = (line: string, postalCode: string | null = '60601') => ({
  lines: [line],
  city: 'CHICAGO',
  state: 'IL',
  postalCode,
})

test('what the payer does not say differs in nothing', () => {
  expect(differing({})).toEqual([])
  expect(differing({ address: { lines: [], city: null, state: null, postalCode: null } })).toEqual([])
})

test('capitals, accents, hyphens and names cut off are the payer’s way of writing', () => {
  expect(differing({ name: 'NUNEZ CASTANEDA', given: 'MARIA JOSE' })).toEqual([])
  expect(differing({ name: 'NUNEZCASTANE', given: 'MARIA' })).toEqual([])
  expect(differing({ given: 'MARIA ELENA' })).toEqual([])
  // So short that it may be another name.
  expect(differing({ name: 'NUNEZ' })).toEqual(['family'])
})

test('another name, day of birth or sex is one', () => {
  expect(differing({ name: 'NUNEZ CASTILLO', given: 'MARTA' })).toEqual(['family', 'given'])
  expect(differing({ birthDate: '1961-04-13' })).toEqual(['birthDate'])
  expect(differing({ birthDate: '1961-03-14' }, { birthDate: null })).toEqual(['birthDate'])
  expect(differing({ sex: 'male' })).toEqual(['sex'])
})

test('a sex that either side leaves open contradicts nothing', () => {
  expect(differing({ sex: 'unknown' })).toEqual([])
  expect(differing({ sex: 'male' }, { sex: null })).toEqual([])
  expect(differing({ sex: 'male' }, { sex: 'nonbinary' })).toEqual([])
})

test('a street is the same however its words are cut; another house, flat or ZIP code is not', () => {
  expect(differing({ address: address('12 N OAK ST APT 3') })).toEqual([])
  expect(differing({ address: address('12 N. OAK ST #3', null) })).toEqual([])
  expect(differing({ address: { ...address('12 N OAK ST'), lines: ['12 N OAK ST', 'UNIT 3'] } })).toEqual([])
  expect(differing({ address: address('12 N OAK ST APT 4') })).toEqual(['address'])
  expect(differing({ address: address('21 N OAK ST APT 3') })).toEqual(['address'])
  expect(differing({ address: address('12 N OAK ST APT 3', '60602') })).toEqual(['address'])
  expect(differing({ address: address('12 N OAK ST APT 3') }, { address: null })).toEqual(['address'])
})

const name = fc.stringMatching(/^[A-ZÁÉÑÜ][a-záéñü]{1,9}([ -][A-Z][a-z]{1,9})?$/)

test('a person held against what a payer makes of their own record differs in nothing', () => {
  const payersWay = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .replaceAll('-', ' ')
      .toUpperCase()
  fc.assert(
    fc.property(name, name, fc.nat(12), (family, given, cut) => {
      const written = payersWay(family)
      const letters = written.replaceAll(' ', '').length
      const shown = letters - cut >= 8 ? written.replaceAll(' ', '').slice(0, letters - cut) : written
      expect(differing({ name: shown, given: payersWay(given) }, { family, given })).toEqual([])
    }),
  )
})

test('every difference is what the payer says, and is none any more once it is taken over', () => {
  const sex = fc.constantFrom('female' as const, 'male' as const)
  const birthDate = fc.constantFrom('1961-03-14', '1984-03-12')
  const insured = fc.record({ name, given: name, birthDate, sex })
  fc.assert(
    fc.property(insured, insured, (payer, record) => {
      const person = { ...ours, family: record.name, given: record.given, birthDate: record.birthDate, sex: record.sex }
      const found = recordDifferences({ ...unsaid, ...payer }, person)
      const said: Readonly<Record<string, unknown>> = { ...payer, family: payer.name }
      for (const { field, payerSays } of found) expect(payerSays).toBe(said[field])
      const taken = { ...person, ...Object.fromEntries(found.map(({ field, payerSays }) => [field, payerSays])) }
      expect(recordDifferences({ ...unsaid, ...payer }, taken)).toEqual([])
    }),
  )
})
