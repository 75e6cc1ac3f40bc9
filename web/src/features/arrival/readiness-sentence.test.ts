import { expect, test } from 'vitest'
import { coverageSentence, coverageState } from './check-in/coverage-sentence.ts'
import { readinessSentence } from './readiness-sentence.ts'
import { anItem, now } from './testing.ts'
import type { Words } from './use-words.ts'
import { words } from './words.ts'

const english: Words = {
  locale: 'en',
  say: (word, values = {}) =>
    Object.entries(values).reduce(
      (text, [name, value]) => text.replaceAll(`{{${name}}}`, String(value)),
      words.en[word as keyof typeof words.en] as string,
    ),
}
const today = '2026-11-22'
const say = (...of: Parameters<typeof anItem>) => readinessSentence(anItem(...of), today, english, (kinds) => kinds)

test('a plan that ended says when, with the year only when it is another one', () => {
  expect(say('coverage', { state: 'wrong', on: '2026-10-31', what: 'Aetna' })).toBe('Aetna ended 31 Oct.')
  expect(say('coverage', { state: 'wrong', on: '2025-12-31', what: 'Aetna' })).toBe('Aetna ended 31 Dec 2025.')
})

test('a plan that has not begun has not ended', () => {
  expect(say('coverage', { state: 'wrong', on: '2027-12-31', what: 'Aetna' })).toBe('Aetna does not cover this day.')
  expect(say('coverage', { state: 'wrong', on: null, what: 'Aetna' })).toBe('Aetna does not cover this day.')
})

test('a plan that holds and does not pay for the visit is told from one that does not hold', () => {
  const no = { state: 'wrong', by: 'payer', on: '2026-11-20', what: 'Aetna' } as const
  expect(say('coverage', { ...no, isNotCovered: true })).toBe(
    'Aetna is active and says that it does not pay for this visit, asked on 20 Nov.',
  )
  expect(say('coverage', no)).toBe('Aetna says that it does not cover this day, asked on 20 Nov.')
})

test('what is open to sign is named', () => {
  expect(say('consent', { state: 'missing', what: 'treatment' })).toBe('Not signed for this day: treatment.')
})

test('money keeps its cents', () => {
  expect(say('copay', { state: 'missing', amountCents: 2500 })).toBe('Copay of $25.00 to collect.')
})

test('every Spanish word has the same gaps as the English one', () => {
  const gaps = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).toSorted()
  for (const [word, text] of Object.entries(words.en)) {
    expect([word, gaps(words.es[word as keyof typeof words.es])]).toEqual([word, gaps(text)])
  }
})

const coverage = {
  id: 'c',
  payerId: null,
  payerName: 'Aetna',
  planId: null,
  planName: null,
  kind: 'health',
  memberId: 'W12',
  groupNumber: null,
  relationship: 'self',
  subscriberName: null,
  subscriberBirthDate: null,
  subscriberSex: null,
  subscriberPatientId: null,
  periodStart: '2026-01-01',
  periodEnd: '2026-11-22',
  endedBecause: null,
  order: 1,
  copayCents: null,
  checkedAt: '2026-11-22T16:33:00Z',
  checkedBy: 'Rosa Delgado',
  version: 1,
} as const

test('the last day of a plan still covers', () => {
  expect(coverageState(coverage, '2026-11-22')).toBe('active')
  expect(coverageState(coverage, '2026-11-23')).toBe('ended')
  expect(coverageState(coverage, '2025-12-31')).toBe('ahead')
})

test('a coverage in a sentence', () => {
  expect(coverageSentence(coverage, '2026-11-22', today, now, english)).toBe(
    'Covers 1 Jan to 22 Nov; member W12; looked at 9 min ago by Rosa Delgado.',
  )
  expect(coverageSentence({ ...coverage, checkedAt: null }, '2026-11-23', today, now, english)).toBe(
    'Plan ended 22 Nov; member W12; not looked at yet.',
  )
})
