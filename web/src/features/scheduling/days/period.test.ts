import { expect, test } from 'vitest'
import { datesIn, isWeekend, periodOf, steppedDate } from './period.ts'

test('a week is Monday to Sunday, also over the end of a year', () => {
  expect(periodOf('week', '2027-01-01')).toEqual({ from: '2026-12-28', to: '2027-01-03' })
  expect(periodOf('week', '2026-11-30')).toEqual({ from: '2026-11-30', to: '2026-12-06' })
  expect(periodOf('week', '2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-29' })
})

test('a month has its whole weeks: four in February 2027, six in August 2027', () => {
  expect(datesIn(periodOf('month', '2027-02-10'))).toHaveLength(28)
  expect(datesIn(periodOf('month', '2027-08-31'))).toHaveLength(42)
  expect(periodOf('month', '2026-11-28')).toEqual({ from: '2026-10-26', to: '2026-12-06' })
})

test('a step is a day, a week, or a month that may be shorter', () => {
  expect(steppedDate('day', '2026-11-01', -1)).toBe('2026-10-31')
  expect(steppedDate('list', '2026-11-01', 1)).toBe('2026-11-02')
  expect(steppedDate('week', '2026-11-28', 1)).toBe('2026-12-05')
  expect(steppedDate('month', '2026-10-31', 1)).toBe('2026-11-30')
})

test('Saturday and Sunday are the weekend', () => {
  expect(datesIn(periodOf('week', '2026-11-28')).filter(isWeekend)).toEqual(['2026-11-28', '2026-11-29'])
})
