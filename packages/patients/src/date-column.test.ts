import { expect, test } from 'vitest'
import { dateOrderOf, readDate, saysNoDate } from './date-column.ts'

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
  ['14 mars 1961', '1961-03-14'],
  ['31 décembre 1980', '1980-12-31'],
  ['3. Dezember 1980', '1980-12-03'],
  ['3 fevereiro 1980', '1980-02-03'],
  ['3 maart 1980', '1980-03-03'],
  ['5. März 1980', '1980-03-05'],
  ['1 juillet 1980', '1980-07-01'],
  ['1988年3月4日', '1988-03-04'],
  ['1988년 3월 4일', '1988-03-04'],
  ['29587', '1981-01-01'],
  ['801231', '1980-12-31'],
  ['123180', '1980-12-31'],
  ['311280', '1980-12-31'],
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

test.each(['N/A', 'n/a', 'unknown', '0000-00-00', '00/00/0000', '-', '?', 'NULL'])(
  '%s says that none is known',
  (written) => {
    expect(saysNoDate(written)).toBe(true)
  },
)

test.each(['soon', '1961-00-00', '3/14/1961', '10/10/2000'])('%s says something else', (written) => {
  expect(saysNoDate(written)).toBe(false)
})

test('day and month are told apart by the whole column', () => {
  expect(dateOrderOf(['3/4/1961', '14/3/1961', '5/6/1970'])).toBe('day-first')
  expect(dateOrderOf(['3/4/1961', '3/14/1961', '5/6/1970'])).toBe('month-first')
  expect(dateOrderOf(['3.4.1961', '5.6.1970'])).toBe('day-first')
  expect(dateOrderOf(['3/4/1961', '5/6/1970'])).toBe('month-first')
  expect(readDate('3/4/1961', 'day-first', 2026)?.date).toBe('1961-04-03')
})
