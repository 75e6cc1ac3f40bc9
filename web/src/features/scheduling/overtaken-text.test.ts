import { expect, test } from 'vitest'
import { type Overtaken, overtakenText } from './overtaken-text.ts'
import { tellRefusal } from './refusals.ts'
import { sayIn } from './testing.ts'

const names = {
  nameOf: (id: string) => (id === 'okafor' ? 'Dr. Okafor' : ''),
  timeOf: (instant: string) => instant.slice(11, 16),
  whenOf: (instant: string) => instant.slice(0, 16).replace('T', ' '),
}
const visit: Overtaken = {
  by: 'visit',
  resourceId: 'okafor',
  start: '2026-12-08T15:00:00Z',
  end: '2026-12-08T15:20:00Z',
  since: '2026-11-22T14:03:00Z',
  secondsAgo: 4,
  until: null,
  staffName: 'Sam Whitaker',
}

test('a race is told as one, a list that was behind as that', () => {
  const say = sayIn('en')
  const booked = 'Sam Whitaker booked Dr. Okafor, 15:00–15:20.'
  expect(overtakenText(visit, names, say)).toBe(`${booked} That was a moment ago.`)
  expect(overtakenText({ ...visit, secondsAgo: 600 }, names, say)).toBe(
    `${booked} That was before (14:03): the list was older.`,
  )
  expect(overtakenText({ ...visit, secondsAgo: 200_000 }, names, say)).toContain('(2026-11-22 14:03)')
})

test('a hold, a block, a group and who books for themselves are told as what they are, in both languages', () => {
  const hold: Overtaken = { ...visit, by: 'hold', since: null, secondsAgo: null, until: '2026-11-22T14:08:00Z' }
  const all = [
    hold,
    { ...hold, staffName: null },
    { ...hold, by: 'block' as const },
    { ...visit, by: 'group' as const },
    { ...visit, staffName: null },
  ]
  const told = all.map((one) => overtakenText(one, names, sayIn('en')))
  expect(told).toEqual([
    'Sam Whitaker keeps Dr. Okafor, 15:00–15:20, until 14:08 at the latest.',
    'Somebody who books online keeps Dr. Okafor, 15:00–15:20, until 14:08 at the latest.',
    'Dr. Okafor is blocked, 15:00–15:20.',
    'Dr. Okafor has a group, 15:00–15:20. That was a moment ago.',
    'Dr. Okafor was booked, 15:00–15:20. That was a moment ago.',
  ])
  for (const one of all) expect(overtakenText(one, names, sayIn('es'))).toMatch(/Dr\. Okafor.*15:00–15:20/)
})

test('the refusal of a booking says why before what is next', () => {
  const say = sayIn('en')
  const refusal = { reason: 'opening-taken' as const, next: [], overtaken: visit }
  const { text } = tellRefusal(refusal, { ...names, say, person: 'Ada' })
  expect(text).toMatch(/^Sam Whitaker booked .* That was a moment ago\. Nothing else fits/)
})
