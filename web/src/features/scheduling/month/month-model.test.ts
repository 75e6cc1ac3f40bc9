import { expect, test } from 'vitest'
import type { DayTotals } from '../shapes.ts'
import { countByDate, countedIds, monthDayOf } from './month-model.ts'

const day: DayTotals = {
  date: '2026-11-24',
  start: '2026-11-24T06:00:00Z',
  end: '2026-11-25T06:00:00Z',
  holiday: null,
  visits: 2,
  openMinutes: 240,
  bookedMinutes: 90,
  blockedMinutes: 60,
  bookedPercent: 50,
  resources: [],
}

test('three hours without the block, half of them booked: an hour and a half is free', () => {
  expect(monthDayOf(day)).toEqual({
    date: '2026-11-24',
    isClosed: false,
    holiday: null,
    visits: 2,
    bookedPercent: 50,
    freeMinutes: 90,
  })
})

test('visits outside the hours do not make a day fuller than full', () => {
  expect(monthDayOf({ ...day, bookedMinutes: 300, bookedPercent: 167 })).toMatchObject({
    bookedPercent: 100,
    freeMinutes: 0,
  })
})

test('without hours and visits a day is closed; with a visit it is not', () => {
  const shut = { ...day, visits: 0, openMinutes: 0, bookedMinutes: 0, blockedMinutes: 0, bookedPercent: 0 }
  expect(monthDayOf(shut).isClosed).toBe(true)
  expect(monthDayOf({ ...shut, visits: 1 }).isClosed).toBe(false)
})

test('a kind counts its resources; the site, everybody or nobody counts all', () => {
  const resources = [
    { id: 'singh', kind: 'practitioner' },
    { id: 'okafor', kind: 'practitioner' },
    { id: 'room', kind: 'room' },
  ] as const
  expect(countedIds(resources, { kinds: ['practitioner'], ids: [] })).toEqual(['okafor', 'singh'])
  expect(countedIds(resources, { kinds: [], ids: ['room'] })).toEqual(['room'])
  expect(countedIds(resources, { kinds: ['site'], ids: [] })).toBeNull()
  expect(countedIds(resources, { kinds: ['practitioner', 'room'], ids: [] })).toBeNull()
  expect(countedIds(resources, { kinds: ['device'], ids: [] })).toBeNull()
})

test('openings are counted on the date of the site, not of Greenwich', () => {
  const dateOf = (instant: string) => (instant < '2026-11-25T06:00:00Z' ? '2026-11-24' : '2026-11-25')
  expect([...countByDate(['2026-11-25T01:00:00Z', '2026-11-24T20:00:00Z', '2026-11-25T15:00:00Z'], dateOf)]).toEqual([
    ['2026-11-24', 2],
    ['2026-11-25', 1],
  ])
})
