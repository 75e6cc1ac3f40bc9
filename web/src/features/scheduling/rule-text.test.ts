import { expect, test } from 'vitest'
import { tellRefusal } from './refusals.ts'
import type { RuleRefusal } from './rule-text.ts'
import { sayIn } from './testing.ts'

const resourceId = 'a'
const gap = { reason: 'gap', date: '2026-11-20', minDays: 7, maxDays: 30 } as const
const refusals: RuleRefusal[] = [
  { reason: 'attribute-missing', role: 'clinician', resourceId, attributes: ['mri-trained'], rules: [] },
  { reason: 'interpreter-language', role: 'interpreter', resourceId, language: 'vi', rules: [] },
  { reason: 'session-reserved', resourceId, visitTypeIds: ['v'], releaseMinutes: null, rules: [] },
  { reason: 'walk-in-only', resourceId, rules: [] },
  { reason: 'session-full', resourceId, capacity: 8, booked: 8, rules: [] },
  { reason: 'cap', of: 'day', date: '2026-11-30', most: 4, booked: 4, rules: [] },
  { reason: 'too-soon', leadMinutes: 60, rules: [] },
  { reason: 'off-grid', gridMinutes: 15, rules: [] },
  { reason: 'age', age: 12, minAge: 18, maxAge: null, rules: [] },
  { reason: 'sex', sexes: ['female'], rules: [] },
  { reason: 'payer', onlyPayerIds: ['p'], notPayerIds: [], rules: [] },
  { ...gap, days: 3, rules: [] },
  { ...gap, days: 40, rules: [] },
  { reason: 'seats-taken', seats: 10, taken: 10, rules: [] },
  { reason: 'not-self-bookable', rules: [] },
]

test.each(['en', 'es'] as const)('every rule has a title and a text without holes, in %s', (locale) => {
  const told = refusals.map((refusal) =>
    tellRefusal(refusal, {
      say: sayIn(locale),
      nameOf: () => 'Dr Singh',
      whenOf: () => '',
      timeOf: () => '9:00',
      person: 'Maria',
    }),
  )
  for (const { title, text } of told) {
    expect(title).not.toMatch(/\{\{|_/)
    expect(text).not.toMatch(/\{\{|_|undefined/)
    expect(text.length).toBeGreaterThan(20)
  }
  expect(new Set(told.map(({ text }) => text)).size).toBe(refusals.length)
})
