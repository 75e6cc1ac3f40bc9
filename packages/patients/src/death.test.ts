import { expect, test } from 'vitest'
import { deathFault } from './death.ts'

test('nobody dies before they were born, or on a day that has not come', () => {
  const fault = (on: string, birthDate: string) => deathFault(on, birthDate, '2026-11-24')
  expect(fault('2026-11-24', '2026-11-24')).toBeNull()
  expect(fault('2026-11-25', '1961-03-14')).toBe('date-ahead')
  expect(fault('1961-03-13', '1961-03-14')).toBe('before-birth')
  expect([fault('1961-02-28', '1961-03'), fault('1961-03-01', '1961-03')]).toEqual(['before-birth', null])
  expect([fault('1960-12-31', '1961'), fault('1961-01-01', '1961')]).toEqual(['before-birth', null])
  expect(fault('1900-01-01', '')).toBeNull()
})
