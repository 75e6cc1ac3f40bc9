import type { Opening } from '@foyer/scheduling'
import { expect, test } from 'vitest'
import { apartFrom } from './apart.ts'

const minute = 60_000
function at(start: number, resourceId: string, role = 'clinician'): Opening {
  const time = { start: start * minute, end: (start + 20) * minute }
  return { ...time, assignments: [{ role, resourceId, ...time }], score: 0, reasons: [] }
}
const starts = (openings: readonly Opening[]) => apartFrom(openings).map(({ start }) => start / minute)

test('starts that overlap are one appointment of that clinician; those that touch are two', () => {
  expect(starts([0, 10, 20, 30, 40, 50].map((start) => at(start, 'ana')))).toEqual([0, 20, 40])
})

test('two clinicians at the same time are two appointments', () => {
  expect(starts([at(0, 'ana'), at(0, 'ben'), at(10, 'ana'), at(20, 'ben')])).toEqual([0, 0, 20])
})

test('a visit without a clinician is counted by what leads it', () => {
  expect(starts([at(0, 'mri', 'device'), at(10, 'mri', 'device'), at(10, 'ct', 'device')])).toEqual([0, 10])
})
