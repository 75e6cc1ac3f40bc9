import { expect, test } from 'vitest'
import { keyedNext, type Missed, withoutBooked } from './series-missed.ts'

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
