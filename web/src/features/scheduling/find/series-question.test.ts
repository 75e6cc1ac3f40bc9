import { expect, test } from 'vitest'
import type { Repeat } from '../wish/repeat.ts'
import { bookedExceptions, exceptionsOf, ruleFrom } from './series-question.ts'

const zone = 'America/Chicago'
const opening = (start: string) => ({ start, end: start, assignments: [], reasons: [] })
const secondTuesday: Repeat = { unit: 'month', every: 1, on: { week: 2, weekday: 2 }, count: 3 }

test('a series that begins on one of its days has no exception', () => {
  const { rule, moves } = ruleFrom(secondTuesday, opening('2026-12-08T15:00:00Z'), zone)
  expect(rule).toMatchObject({ from: '2026-12-08', atMinute: 540, monthBy: 'weekday', count: 3 })
  expect(exceptionsOf(moves)).toEqual([])
})

test('begun on another day it keeps its days, and the first visit is the exception', () => {
  const { rule, moves } = ruleFrom(secondTuesday, opening('2026-12-09T15:20:00Z'), zone)
  expect(rule).toMatchObject({ from: '2026-12-08', atMinute: 560 })
  expect(exceptionsOf(moves)).toEqual([{ occurrence: 0, date: '2026-12-09', atMinute: 560 }])
})

test('what is booked says which occurrences are left out, moved by hand, or taken at the nearest', () => {
  const planned = [
    { occurrence: 0, isMet: true, opening: opening('2026-12-08T15:00:00Z') },
    { occurrence: 1, isMet: false, opening: opening('2026-12-16T16:00:00Z') },
    { occurrence: 2, isMet: true, opening: opening('2026-12-23T15:30:00Z') },
    { occurrence: 3, isMet: true, opening: opening('2026-12-29T15:00:00Z') },
    { occurrence: 4, isMet: false, opening: null },
  ]
  const moves = new Map([[2, { date: '2026-12-23', atMinute: 570 }]])
  expect(bookedExceptions(planned, moves, (occurrence) => occurrence === 3, zone)).toEqual([
    { occurrence: 1, date: '2026-12-16', atMinute: 600 },
    { occurrence: 2, date: '2026-12-23', atMinute: 570 },
    { occurrence: 3, skip: true },
    { occurrence: 4, skip: true },
  ])
})
