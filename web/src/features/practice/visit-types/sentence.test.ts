import { expect, test } from 'vitest'
import { sentenceOf } from './sentence.ts'

/** Names the word and what was put into it. */
const say = ((word: string, values: Record<string, unknown> = {}) =>
  [word, ...Object.values(values)].filter((part) => part !== '').join(' ')) as Parameters<typeof sentenceOf>[0]

const plain = { durationMinutes: 30, bufferAfterMinutes: 0, telehealth: false, rules: {}, roles: [] }
const names = new Map([['m', 'MRI 1']])

test('parts come in order, each with its people, then who is there throughout', () => {
  const text = sentenceOf(
    say,
    {
      ...plain,
      rules: {
        phases: [
          { name: 'Prep', offsetMinutes: 0, durationMinutes: 10 },
          { name: 'Scan', offsetMinutes: 10, durationMinutes: 20 },
        ],
        seats: 8,
      },
      roles: [
        { role: 'device', kind: 'device', candidates: ['m'], phase: 'Scan' },
        { role: 'nurse', kind: 'practitioner', candidates: [], requires: ['iv'], phase: 'Prep' },
        { role: 'room', kind: 'room', candidates: ['a', 'b'] },
      ],
    },
    names,
    'en',
  )
  expect(text).toMatch(/phaseWith Prep .*whoHas nurse iv; phaseWith Scan .*MRI 1; throughout oneOf role_room 2/)
  expect(text).toContain('(seatsText 8)')
})

test('a visit without parts says only who is there', () => {
  const roles = [{ role: 'device', kind: 'device' as const, candidates: ['m'] }]
  expect(sentenceOf(say, { ...plain, roles }, names, 'en')).toMatch(/^typeSentence .* withPeople MRI 1$/)
})
