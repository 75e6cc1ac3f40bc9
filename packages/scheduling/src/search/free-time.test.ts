import { daysBetween } from '@foyer/kernel'
import { expect, test } from 'vitest'
import type { AvailabilityIndex } from '../availability/availability-index.ts'
import { createIndex } from '../availability/availability-index.ts'
import { dayMs, localDay, minuteMs } from '../local-day.ts'
import { freeTimeOf, tickState } from './free-time.ts'

const date = '2026-12-03'
const firstDay = daysBetween('1970-01-01', date) - 1
const hour = 60 * minuteMs
const midnight = (firstDay + 1) * dayMs
const day = localDay(date, 'UTC')
const eight = { start: midnight + 8 * hour, end: midnight + 9 * hour }
const nine = { start: midnight + 9 * hour, end: midnight + 10 * hour }

/** Four hours, of which the first is taken. */
function practice(): AvailabilityIndex {
  const index = createIndex({ firstDay, days: 3 })
  const sessions = [{ start: midnight + 8 * hour, end: midnight + 12 * hour, rules: {} }]
  index.putResource({ id: 'ana', lanes: 1, overbook: 0, sessions })
  index.take('ana', { ...eight, lane: 0 })
  return index
}

function booked(index: AvailabilityIndex): number {
  return freeTimeOf(index, false).bookedPercent(index.resource('ana')!, day)
}

test.each<[string, (index: AvailabilityIndex) => void, number]>([
  ['a booking', (index) => index.take('ana', { ...nine, lane: 0 }), 50],
  ['a cancellation', (index) => index.give('ana', { ...eight, lane: 0 }), 0],
  [
    'the whole truth',
    (index) =>
      index.putBusy('ana', day, [
        { ...nine, lane: 0 },
        { ...eight, lane: 0 },
      ]),
    50,
  ],
  ['the truth that nothing is taken', (index) => index.putBusy('ana', day, []), 0],
  ['other hours', (index) => index.putResource({ id: 'ana', lanes: 1, overbook: 0, sessions: [] }), 100],
])('how full a day is, is asked again after %s', (_, change, after) => {
  const index = practice()
  expect(booked(index)).toBe(25)
  change(index)
  expect(booked(index)).toBe(after)
})

test('what is asked as if some time were free or open is not remembered, nor what was remembered asked for it', () => {
  const index = practice()
  expect(booked(index)).toBe(25)
  const given = [{ ...eight, lane: 0, resourceId: 'ana' }]
  expect(index.asIfFree(given, () => booked(index))).toBe(0)
  expect(booked(index)).toBe(25)
  const later = { start: midnight + 12 * hour, end: midnight + 16 * hour, resourceId: 'ana' }
  expect(index.asIfOpen(later, () => booked(index))).toBe(13)
  expect(booked(index)).toBe(25)
})

test('a tick is closed, taken or free, and closed outside of what the index knows', () => {
  const index = practice()
  const { stateAt } = freeTimeOf(index, false)
  const { row } = index.resource('ana')!
  const at = (ms: number) => stateAt(row, (ms - firstDay * dayMs) / (5 * minuteMs))
  expect(at(eight.start)).toBe(tickState.taken)
  expect(at(nine.start)).toBe(tickState.free)
  expect(at(midnight)).toBe(tickState.closed)
  expect([at(firstDay * dayMs - hour), at((firstDay + 3) * dayMs)]).toEqual([tickState.closed, tickState.closed])
})
