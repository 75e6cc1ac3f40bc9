import type { Opening } from '@foyer/scheduling'
import { expect, test } from 'vitest'
import { thirdNext } from './third-next.ts'

const minute = 60_000
function at(start: number, resourceId: string, length = 20): Opening {
  const time = { start: start * minute, end: (start + length) * minute }
  return { ...time, assignments: [{ role: 'clinician', resourceId, ...time }], score: 0, reasons: [] }
}

test('the third of three', () => {
  expect(thirdNext([at(0, 'ana'), at(20, 'ana'), at(40, 'ana')])?.start).toBe(40 * minute)
  expect(thirdNext([at(0, 'ana'), at(20, 'ana')])).toBeNull()
})

test('starts that overlap are one appointment of that clinician', () => {
  const every10 = [0, 10, 20, 30, 40, 50].map((start) => at(start, 'ana'))
  expect(thirdNext(every10)?.start).toBe(40 * minute)
})

test('two clinicians at the same time are two appointments', () => {
  expect(thirdNext([at(0, 'ana'), at(0, 'ben'), at(10, 'ana'), at(20, 'ben')])?.start).toBe(20 * minute)
})

test('a visit without a clinician is counted by what leads it', () => {
  const device = { ...at(0, 'mri'), assignments: [{ role: 'device', resourceId: 'mri', start: 0, end: 20 * minute }] }
  expect(thirdNext([device, { ...device, start: 10 * minute }, at(30, 'ana')])).toBeNull()
})
