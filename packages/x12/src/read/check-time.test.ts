import { expect, test } from 'vitest'
import { isCivilDate } from './check-time.ts'

test.each(['20260228', '20240229', '20000229', '20261231', '260430', '240229'])('%s is a day', (text) => {
  expect(isCivilDate(text)).toBe(true)
})

test.each([
  '20260229',
  '21000229',
  '20261301',
  '20260431',
  '20260100',
  '2026013',
  '2026-1-1',
  '2026O101',
  '/0260101',
  ':0260101',
  '',
  '202601011',
])('%s is none', (text) => {
  expect(isCivilDate(text)).toBe(false)
})
