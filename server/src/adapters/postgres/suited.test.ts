import { expect, test } from 'vitest'
import { bufferMegabytes, suitedSettings } from './suited.ts'

test.each([
  [512, 128],
  [2048, 256],
  [8192, 1024],
  [65_536, 1024],
])('of %i MB it takes %i', (machine, taken) => {
  expect(bufferMegabytes(machine * 1024 * 1024)).toBe(taken)
})

test('on any machine it is a size that PostgreSQL reads', () => {
  expect(suitedSettings()['shared_buffers']).toMatch(/^\d{3,4}MB$/)
})
