import { expect, test } from 'vitest'
import { firstDate, fits, type Repeat, ruledDate, ruleOf } from './repeat.ts'
import { emptyWish, questionOf } from './wish.ts'

const monthly = { unit: 'month', every: 1, count: 6 } as const
const secondTuesday: Repeat = { ...monthly, on: { week: 2, weekday: 2 } }
const monAndWed: Repeat = { unit: 'week', every: 1, weekdays: [1, 3], until: '2027-03-31' }

test('dates that fit', () => {
  expect(fits(secondTuesday, '2026-12-08')).toBe(true)
  expect(fits(secondTuesday, '2026-12-15')).toBe(false)
  expect(firstDate(secondTuesday, '2026-12-09')).toBe('2027-01-12')
  expect(firstDate({ ...monthly, on: { day: 31 } }, '2027-02-01')).toBe('2027-03-31')
  expect(firstDate({ ...monthly, on: 'weekday' }, '2026-12-09')).toBe('2026-12-09')
})

test('the last Friday is the fourth or the fifth of the month', () => {
  const last: Repeat = { ...monthly, on: { week: -1, weekday: 5 } }
  expect(['2026-12-18', '2026-12-25', '2027-01-22', '2027-01-29'].map((date) => fits(last, date))).toEqual([
    false,
    true,
    false,
    true,
  ])
  expect(firstDate(last, '2026-12-26')).toBe('2027-01-29')
  expect(ruleOf(last, '2026-12-25', 540)).toMatchObject({ from: '2026-12-25', monthBy: 'last-weekday' })
})

test('a visit beside the dates of its series stands for the nearest of them', () => {
  expect(ruledDate(secondTuesday, '2026-12-09')).toBe('2026-12-08')
  expect(ruledDate(secondTuesday, '2027-01-08')).toBe('2027-01-12')
  // A Tuesday, between Monday and Wednesday.
  expect(ruledDate(monAndWed, '2026-12-08')).toBe('2026-12-09')
  expect(ruledDate(monAndWed, '2026-12-07')).toBe('2026-12-07')
})

test('the series as the server plans it', () => {
  expect(ruleOf(monAndWed, '2026-12-07', 540)).toEqual({
    unit: 'week',
    every: 1,
    from: '2026-12-07',
    atMinute: 540,
    weekdays: [1, 3],
    until: '2027-03-31',
  })
  const second = { unit: 'month', every: 1, from: '2026-12-08', atMinute: 600, monthBy: 'weekday', count: 6 }
  expect(ruleOf(secondTuesday, '2026-12-08', 600)).toEqual(second)
  expect(ruleOf({ ...monthly, on: { day: 15 } }, '2026-12-15', 600)).not.toHaveProperty('monthBy')
})

test('the first visit is looked for on the days that the series names', () => {
  const asker = { siteId: 's', patientId: null, today: '2026-11-29', movingId: null }
  const asked = (repeat: Repeat) => questionOf({ ...emptyWish, visitTypeId: 'v', repeat }, asker)?.body
  expect(asked(monAndWed)).toMatchObject({ weekdays: [1, 3], from: '2026-11-29', to: '2026-12-13' })
  expect(asked(secondTuesday)).toMatchObject({ from: '2026-12-08', to: '2026-12-08' })
})
