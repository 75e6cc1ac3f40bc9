import { expect, test } from 'vitest'
import { type Ask, answerTo, castMember, eligibilitiesIn, questionFor, subscriberOf } from '../testing.ts'

const maria = subscriberOf(castMember('BL400100101'))

function outcomeOf(asked: Ask): string {
  const [answer] = eligibilitiesIn(answerTo(questionFor(asked)).benefits)
  const codes = answer?.rejections.map(({ about, code }) => `${about} ${code}`) ?? []
  return codes.length > 0 ? codes.join() : `${answer?.patient.memberId ?? answer?.subscriber?.memberId}`
}

test.each<[string, Ask, string]>([
  ['a number in small letters', { subscriber: { ...maria, id: 'bl 400100101' } }, 'BL400100101'],
  ['a middle name written into the given one', { subscriber: { ...maria, given: 'Maria Thi' } }, 'BL400100101'],
  ['another birth date', { subscriber: { ...maria, birthDate: '1961-03-15' } }, 'subscriber 71'],
  ['another family name', { subscriber: { ...maria, family: 'Tran' } }, 'subscriber 73'],
  ['another given name', { subscriber: { ...maria, given: 'Linh' } }, 'subscriber 73'],
  ['no birth date', { subscriber: { ...maria, birthDate: undefined } }, 'subscriber 58'],
  ['a number that is none', { subscriber: { ...maria, id: 'X1' } }, 'subscriber 72'],
  ['no number, the right payer', { subscriber: { ...maria, id: undefined } }, 'BL400100101'],
  ['no number, somebody else', { subscriber: { ...maria, id: undefined, given: 'Mario' } }, 'subscriber 75'],
  [
    'no number, another payer',
    { subscriber: { ...maria, id: undefined }, payer: { name: 'AETNA', id: 'DEMO2', idQualifier: 'PI' } },
    'subscriber 75',
  ],
])('%s', (_, asked, expected) => {
  expect(outcomeOf(asked)).toBe(expected)
})

test('a child that is not under the policy, and one born on another day', () => {
  const subscriber = subscriberOf(castMember('AE400100105'))
  const child = { family: 'Haddad', given: 'Leila', birthDate: '2022-06-12' }
  expect(outcomeOf({ subscriber, dependent: child })).toBe('AE400100105')
  expect(outcomeOf({ subscriber, dependent: { ...child, given: 'Omar' } })).toBe('dependent 67')
  expect(outcomeOf({ subscriber: { ...subscriber, family: 'Hadad' }, dependent: child })).toBe('dependent 73')
})

test('somebody of whom nobody told the desk is found by Medicaid alone, and not by Medicare', () => {
  const luis = { ...subscriberOf(castMember('ME400100114')), id: undefined }
  const at = (name: string) => outcomeOf({ subscriber: luis, payer: { name, id: 'DEMO5', idQualifier: 'PI' } })
  expect([at('Medicaid'), at('Medicare'), at('Aetna')]).toEqual(['ME400100114', 'subscriber 75', 'subscriber 75'])
})

test('where several are asked about in one set, no one is turned away for another', () => {
  const [first = '', second = ''] = ['SBX000301', 'BL400100101'].map((one) =>
    questionFor({ subscriber: subscriberOf(castMember(one)) }),
  )
  const cut = (text: string): string => /HL\*3.*EQ\*30~/s.exec(text)?.[0] ?? ''
  const both = `${cut(first)}${cut(second).replace('HL*3', 'HL*4')}`
  const text = first.replace(cut(first), both).replace(/SE\*\d+/, (count) => `SE*${Number(count.slice(3)) + 6}`)
  const { benefits, hasRejected } = answerTo(text)
  expect(hasRejected).toBe(false)
  expect(eligibilitiesIn(benefits).map(({ state, rejections }) => [state.is, rejections[0]?.code])).toEqual([
    ['unclear', '42'],
    ['active', undefined],
  ])
})
