import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  dateAt,
  dayBounds,
  daysBetween,
  formatMinute,
  instantAt,
  minuteAt,
  minuteOfDay,
  Temporal,
} from './index.ts'

const chicago = 'America/Chicago'

test('the hour that does not exist: a time the spring change skips moves forward by the gap', () => {
  expect(instantAt('2027-03-14', minuteOfDay('02:30'), chicago).toString()).toBe('2027-03-14T08:30:00Z')
  expect(minuteAt(instantAt('2027-03-14', minuteOfDay('02:30'), chicago), chicago)).toBe(minuteOfDay('03:30'))
})

test('the hour that happens twice: the first of the two is meant', () => {
  expect(instantAt('2026-11-01', minuteOfDay('01:30'), chicago).toString()).toBe('2026-11-01T06:30:00Z')
})

test('days are added as the calendar counts them, in any year, and only to what is a date', () => {
  const first = Temporal.PlainDate.from('0001-01-01')
  const date = fc.integer({ min: 0, max: 3_650_000 }).map((days) => first.add({ days }).toString())
  fc.assert(
    fc.property(date, fc.integer({ min: -300, max: 300 }), (day, days) => {
      expect(addDays(day, days)).toBe(Temporal.PlainDate.from(day).add({ days }).toString())
    }),
  )
  for (const wrong of ['2027-02-30', '2027-2-3', '2027-02-03T08:00', '', 'tomorrow'])
    expect(() => addDays(wrong, 1)).toThrow(RangeError)
})

test('days of 23, 24 and 25 hours', () => {
  const hours = (date: string) => {
    const { start, end } = dayBounds(date, chicago)
    return start.until(end).total('hours')
  }
  expect([hours('2027-03-14'), hours('2026-11-22'), hours('2026-11-01')]).toEqual([23, 24, 25])
})

test('the midnight that ends a day begins the next', () => {
  expect(instantAt('2026-11-22', 1440, chicago).equals(instantAt('2026-11-23', 0, chicago))).toBe(true)
  expect(dateAt(instantAt('2026-11-22', 1440, 'Pacific/Auckland'), 'Pacific/Auckland')).toBe('2026-11-23')
})

test('a time of day there and back', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1440 }), (minute) => minuteOfDay(formatMinute(minute)) === minute))
  for (const wrong of ['8:30', '24:01', '12:60', 'noon']) expect(() => minuteOfDay(wrong)).toThrow(RangeError)
})

test('days between two dates are as many as Temporal counts', () => {
  const date = fc
    .integer({ min: -200_000, max: 200_000 })
    .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }).toString())
  const inFourDigits = date.filter((text) => text.length === 10)
  fc.assert(
    fc.property(inFourDigits, inFourDigits, (from, to) => {
      expect(daysBetween(from, to)).toBe(Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days)
    }),
  )
})
