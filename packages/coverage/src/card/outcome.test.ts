import { expect, test } from 'vitest'
import { readEligibilities } from '../benefits/read-eligibility.ts'
import { answerWith } from '../testing.ts'
import { mayAnswerLater, outcomeOf } from './outcome.ts'

function read(body: string): string {
  const [found] = readEligibilities(answerWith(body), { serviceDate: '2026-11-24', serviceTypes: ['30'] })
  if (!found) throw new Error('nobody in it')
  return `${outcomeOf(found)}${mayAnswerLater(found) ? ', later' : ''}`
}

test('what is said of the plan is the outcome', () => {
  expect(read('EB*1**30')).toBe('active')
  expect(read('EB*6**30')).toBe('inactive')
  expect(read('EB*1**30\nEB*6**30')).toBe('unclear')
  expect(read('EB*B**98****25')).toBe('unclear')
  expect(read('')).toBe('unclear')
})

test('a rejection of who was asked about is nobody found; of whoever asks, or of the payer, it is turned away', () => {
  // Not found, wrong name, wrong birth date.
  for (const code of ['75', '73', '71', '72', '67']) expect(read(`AAA*N**${code}*C`)).toBe('not-found')
  for (const code of ['41', '43', '50', '79']) expect(read(`AAA*N**${code}*C`)).toBe('turned-away')
})

test('among several reasons one that nobody was found tells most', () => {
  expect(read('AAA*N**43*C\nAAA*N**75*C')).toBe('not-found')
})

test('an active plan stays active where one benefit was not answered', () => {
  expect(read('EB*1**30\nEB*1**98\nAAA*N**70*C')).toBe('active')
})

test('what passes by itself is asked again, unless the payer says not to', () => {
  expect(read('AAA*Y**42*R')).toBe('turned-away, later')
  expect(read('AAA*Y**80*S')).toBe('turned-away, later')
  expect(read('AAA*Y**42*N')).toBe('turned-away')
  expect(read('AAA*Y**42*C')).toBe('turned-away')
  expect(read('AAA*N**75*R')).toBe('not-found')
})
