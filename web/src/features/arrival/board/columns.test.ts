import { expect, test } from 'vitest'
import { aBoard, aVisit } from '../testing.ts'
import { cardBeside, columnOf, dayFacts } from './columns.ts'

const a = aVisit({ appointmentId: 'a', start: '2026-11-22T17:00:00Z' })
const b = aVisit({ appointmentId: 'b', start: '2026-11-22T18:00:00Z' })
const c = aVisit({ appointmentId: 'c', status: 'roomed' })
const columns = [
  { status: 'booked', visits: [a, b] },
  { status: 'arrived', visits: [] },
  { status: 'roomed', visits: [c] },
] as const

test('arrows move within a column and stop at its ends', () => {
  expect(cardBeside(columns, 'a', 'ArrowDown')).toBe('b')
  expect(cardBeside(columns, 'b', 'ArrowDown')).toBe('b')
  expect(cardBeside(columns, 'b', 'ArrowUp')).toBe('a')
  expect(cardBeside(columns, 'b', 'Home')).toBe('a')
  expect(cardBeside(columns, 'a', 'End')).toBe('b')
})

test('sideways skips empty columns and keeps the height as well as it can', () => {
  expect(cardBeside(columns, 'b', 'ArrowRight')).toBe('c')
  expect(cardBeside(columns, 'c', 'ArrowLeft')).toBe('a')
  expect(cardBeside(columns, 'c', 'ArrowRight')).toBe('c')
})

test('without a start the first card', () => {
  expect(cardBeside(columns, null, 'ArrowDown')).toBe('a')
  expect(cardBeside([], 'a', 'ArrowDown')).toBeNull()
})

test('the expected stand by start, those who wait by how long', () => {
  const long = aVisit({ status: 'arrived', since: '2026-11-22T16:00:00Z', start: '2026-11-22T18:00:00Z' })
  const short = aVisit({ status: 'arrived', since: '2026-11-22T16:30:00Z', start: '2026-11-22T17:00:00Z' })
  const board = aBoard([b, short, a, long])
  expect(columnOf(board, 'booked').visits).toEqual([a, b])
  expect(columnOf(board, 'arrived').visits).toEqual([long, short])
})

test('a cancelled visit is no visit of the day', () => {
  const board = aBoard([
    a,
    aVisit({ status: 'cancelled' }),
    aVisit({ status: 'no-show' }),
    aVisit({ status: 'checked-out' }),
  ])
  expect(dayFacts(board)).toEqual({ visits: 3, done: 1, noShows: 1, meanWaitMinutes: null })
})
