import { expect, test } from 'vitest'
import { sayIn } from '../testing.ts'
import { keyedNext, type Missed, whyAllMissed, whyMissed, withoutBooked } from './series-missed.ts'

const names = { nameOf: () => 'Dr. Okafor', timeOf: () => '9:00', whenOf: () => 'Tue 8 Dec, 9:00' }
const opening = (start: string) => ({ start, end: start, assignments: [], reasons: [] })
const missed = (occurrence: number, ...next: string[]): Missed => ({
  occurrence,
  start: `2026-12-0${occurrence + 1}T15:00:00Z`,
  why: 'opening-taken',
  rules: [],
  next: next.map(opening),
})

test('nine have a key, counted through all occurrences', () => {
  const all = [0, 1, 2, 3].map((occurrence) => missed(occurrence, `${occurrence}a`, `${occurrence}b`, `${occurrence}c`))
  const keys = keyedNext(all).map(({ next }) => next.map(({ key }) => key))
  expect(keys).toEqual([
    ['1', '2', '3'],
    ['4', '5', '6'],
    ['7', '8', '9'],
    [undefined, undefined, undefined],
  ])
})

test('what is booked instead goes, with its occurrence and from the others', () => {
  const left = withoutBooked([missed(0, 'a', 'b'), missed(1, 'b', 'c')], opening('b'))
  expect(left.map(({ occurrence, next }) => [occurrence, next.map(({ start }) => start)])).toEqual([[1, ['c']]])
  expect(withoutBooked([missed(0, 'a')], opening('x'))).toHaveLength(1)
})

test('why it could not be booked is said, not that somebody took it', () => {
  const say = sayIn('en')
  const cap = { rule: 'cap', verdict: 'not-met', mayOverride: false } as Missed['rules'][number]
  const over = { ...cap, rule: 'overbook' } as Missed['rules'][number]
  expect(whyMissed({ why: 'cap', rules: [cap] }, names, say)).toBe('The day is full for this kind of visit.')
  expect(whyMissed({ why: 'patient-busy', rules: [] }, names, say)).toBe('The patient has another visit then.')
  expect(whyMissed({ why: 'opening-taken', rules: [over] }, names, say)).toBe('Taken meanwhile.')
  const all: Missed[] = [missed(0), { ...missed(1), why: 'cap', rules: [cap] }, missed(2)]
  expect(whyAllMissed(all, names, say)).toBe('Taken meanwhile. The day is full for this kind of visit.')
})
