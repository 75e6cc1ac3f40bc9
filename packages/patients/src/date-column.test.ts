import { expect, test } from 'vitest'
import { dateOrderOf, readDate } from './date-column.ts'

test.each([
  ['19610314', '1961-03-14'],
  ['1961-03-14', '1961-03-14'],
  ['1961/3/4', '1961-03-04'],
  ['1961-03-14T00:00:00Z', '1961-03-14'],
  ['19610314081500', '1961-03-14'],
  ['3/14/1961', '1961-03-14'],
  ['14/3/1961', '1961-03-14'],
  ['14.3.61', '1961-03-14'],
  ['03141961', '1961-03-14'],
  ['3/4/27', '1927-03-04'],
  ['3/4/26', '2026-03-04'],
  ['14 Mar 1961', '1961-03-14'],
  ['14-MAR-61', '1961-03-14'],
  ['March 14th, 1961', '1961-03-14'],
  ['14 de marzo de 1961', '1961-03-14'],
  ['1961', '1961'],
  ['03/1961', '1961-03'],
  ['1961-03', '1961-03'],
  ['1961-00-00', '1961'],
])('%s is %s', (written, date) => {
  expect(readDate(written, 'month-first', 2026)).toEqual({ date, isReal: true })
})

test.each(['1950-18-10', '2/30/1990', '20300101', '1777-01-01'])(
  '%s is impossible and keeps its numbers',
  (written) => {
    expect(readDate(written, 'month-first', 2026)?.isReal).toBe(false)
  },
)

test.each(['', 'unknown', '0', '0000-00-00', '14 Foo 1961'])('"%s" is no date', (written) => {
  expect(readDate(written, 'month-first', 2026)).toBeNull()
})

test('day and month are told apart by the whole column', () => {
  expect(dateOrderOf(['3/4/1961', '14/3/1961', '5/6/1970'])).toBe('day-first')
  expect(dateOrderOf(['3/4/1961', '3/14/1961', '5/6/1970'])).toBe('month-first')
  expect(dateOrderOf(['3.4.1961', '5.6.1970'])).toBe('day-first')
  expect(dateOrderOf(['3/4/1961', '5/6/1970'])).toBe('month-first')
  expect(readDate('3/4/1961', 'day-first', 2026)?.date).toBe('1961-04-03')
})
