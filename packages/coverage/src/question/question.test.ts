import { eligibilityRequest, readInterchanges, validateSet, writeInterchange } from '@foyer/x12'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AskedPerson, missingForQuestion, type QuestionFacts, questionOf } from './question.ts'

const ada: AskedPerson = {
  family: 'Okafor',
  given: 'Ada',
  middle: null,
  birthDate: '1984-03-12',
  sex: 'female',
  address: null,
}
const facts: QuestionFacts = {
  payer: { name: 'Prairie Health Plan', knownAs: 'PRAIRIE1' },
  provider: { name: 'Riverside Clinic', npi: '1234567893' },
  patient: ada,
  subscriber: null,
  memberId: 'M100200300',
  groupNumber: null,
  serviceDate: '2026-11-24',
  serviceTypes: ['98'],
}
const stamp = {
  reference: 'Q1',
  date: '2026-11-24',
  time: '09:00',
  trace: { number: 'T1', originId: '9RIVERSIDE' },
}

function missing(more: Partial<QuestionFacts>): readonly string[] {
  return missingForQuestion({ ...facts, ...more })
}

test('whoever is known by name, birth date and number can be asked about', () => {
  expect(missing({})).toEqual([])
  expect(missing({ patient: { ...ada, sex: null, middle: 'Ngozi' }, groupNumber: '77' })).toEqual([])
})

test('the member number is missing of a dependent only: members are found by name and birth date', () => {
  expect(missing({ memberId: null })).toEqual([])
  expect(missing({ memberId: null, subscriber: ada })).toEqual(['member-id'])
})

test('each that is missing is named, in one order', () => {
  expect(missing({ provider: null })).toEqual(['provider'])
  expect(missing({ patient: { ...ada, given: ' ' } })).toEqual(['name'])
  expect(missing({ patient: { ...ada, family: '' } })).toEqual(['name'])
  expect(missing({ patient: { ...ada, birthDate: null } })).toEqual(['birth-date'])
  expect(missing({ subscriber: { ...ada, family: ' ' } })).toEqual(['subscriber'])
  const none = { ...ada, given: '', family: '', birthDate: null }
  expect(missing({ provider: null, memberId: null, patient: none, subscriber: none })).toEqual([
    'provider',
    'member-id',
    'name',
    'birth-date',
    'subscriber',
  ])
})

test('without anybody who asks there is no question', () => {
  expect(() => questionOf({ ...facts, provider: null }, stamp)).toThrow(RangeError)
})

test('the holder is the subscriber, the patient the dependent; without service types the plan is asked about', () => {
  const child = { ...ada, given: 'Chike', birthDate: '2015-06-01' }
  const question = questionOf({ ...facts, patient: child, subscriber: ada, serviceTypes: [] }, stamp)
  expect(question).toMatchObject({
    subscriber: { given: 'Ada', id: 'M100200300' },
    dependent: { given: 'Chike', birthDate: '2015-06-01' },
    serviceTypes: ['30'],
  })
})

const word = fc.stringMatching(/^[A-Z][A-Z ]{0,12}[A-Z]$/)
const person: fc.Arbitrary<AskedPerson> = fc.record({
  family: fc.oneof(word, fc.constant('')),
  given: fc.oneof(word, fc.constant('')),
  middle: fc.option(word),
  birthDate: fc.option(fc.constantFrom('1984-03-12', '2026-02-28')),
  sex: fc.option(fc.constantFrom('female', 'male', 'unknown')),
  address: fc.option(
    fc.record({
      lines: fc.constant(['12 OAK STREET']),
      city: word,
      state: fc.constant('IL'),
      postalCode: fc.constant('60601'),
    }),
  ),
})
const anything: fc.Arbitrary<QuestionFacts> = fc.record({
  payer: fc.constant(facts.payer),
  provider: fc.option(fc.constant({ name: 'RIVERSIDE CLINIC', npi: '1234567893' })),
  patient: person,
  subscriber: fc.option(person),
  memberId: fc.option(fc.stringMatching(/^[A-Z0-9]{2,12}$/)),
  groupNumber: fc.option(fc.stringMatching(/^[A-Z0-9]{2,12}$/)),
  serviceDate: fc.constant('2026-11-24'),
  serviceTypes: fc.subarray(['30', '98', 'MH']),
})

test('of whom nothing is missing a 270 can be written, and it is right by its guide', () => {
  fc.assert(
    fc.property(anything, (of) => {
      fc.pre(missingForQuestion(of).length === 0)
      const party = { senderId: 'RIVERSIDE', receiverId: 'HOUSE', controlNumber: 1 }
      const { text } = writeInterchange({
        ...party,
        senderQualifier: 'ZZ',
        receiverQualifier: 'ZZ',
        date: stamp.date,
        time: stamp.time,
        usage: 'T',
        groups: [{ ...party, sets: [{ ...eligibilityRequest(questionOf(of, stamp)), controlNumber: '0001' }] }],
      })
      const [set] = readInterchanges(text ?? '').interchanges.flatMap(({ groups }) =>
        groups.flatMap(({ sets }) => sets),
      )
      expect(set ? validateSet(set).filter(({ severity }) => severity === 'error') : null).toEqual([])
    }),
  )
})
