import { expect, test } from 'vitest'
import { ageAt } from './age.ts'

test.each([
  ['1961-03-14', '2026-11-22', 65, true],
  ['1961-11-23', '2026-11-22', 64, true],
  ['1961-11-22', '2026-11-22', 65, true],
  ['2026-11-22', '2026-11-22', 0, true],
  ['1961', '2026-11-22', 64, false],
  ['1961-12', '2026-11-22', 64, false],
  ['1961-11', '2026-11-22', 64, false],
  ['1961-10', '2026-11-22', 65, false],
  ['2026', '2026-11-22', 0, false],
])('born %s is on %s %i years old', (born, today, years, exact) => {
  expect(ageAt(born, today)).toMatchObject({ years, exact })
})

test('born on 29 February: a year older on 1 March, not on 28 February', () => {
  expect(ageAt('2004-02-29', '2005-02-28')?.years).toBe(0)
  expect(ageAt('2004-02-29', '2005-03-01')?.years).toBe(1)
  expect(ageAt('2004-02-29', '2008-02-29')?.years).toBe(4)
})

test('small children are counted in months', () => {
  expect(ageAt('2026-04-23', '2026-11-22')?.months).toBe(6)
  expect(ageAt('2026-04-22', '2026-11-22')?.months).toBe(7)
})

test.each(['2026-11-23', '14 March', '', '1961-3-14'])('%j gives no age', (born) => {
  expect(ageAt(born, '2026-11-22')).toBeNull()
})
