import { describe, expect, test } from 'vitest'
import { addBusinessDays, estimateDuty, isBusinessDay } from './duty.ts'
import { isFederalHoliday } from './federal-holidays.ts'

function holidaysOf(year: number): readonly string[] {
  const days = Array.from({ length: 366 }, (_, at) => addBusinessDays(`${year - 1}-12-31`, at + 1, () => true))
  return days.filter((date) => date.startsWith(String(year)) && isFederalHoliday(date))
}

describe('holidays of the United States', () => {
  test('2026, when Independence Day is a Saturday', () => {
    expect(holidaysOf(2026)).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-07-04',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ])
  })

  test('2027, when Juneteenth and Christmas are Saturdays and Independence Day is a Sunday; the new year of 2028 is a Saturday', () => {
    const days = holidaysOf(2027)
    for (const date of ['2027-06-18', '2027-07-05', '2027-12-24', '2027-12-31', '2027-05-31'])
      expect(days).toContain(date)
    expect(days).not.toContain('2027-07-02')
  })

  test('Juneteenth is one since 2021', () => {
    expect([isFederalHoliday('2020-06-19'), isFederalHoliday('2021-06-18')]).toEqual([false, true])
  })
})

test('the week in which a practice is closed does not put off an estimate', () => {
  // Christmas of 2026 is a Friday.
  const asked = { cause: 'requested', on: '2026-12-23', serviceDate: null } as const
  expect(estimateDuty(asked, isBusinessDay)?.dueOn).toBe('2026-12-29')
  expect(estimateDuty({ ...asked, on: '2026-07-02' }, isBusinessDay)?.dueOn).toBe('2026-07-08')
})
