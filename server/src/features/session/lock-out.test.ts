import { expect, test } from 'vitest'
import { lockOutSeconds } from './lock-out.ts'

test('four wrong passwords are free, the fifth costs a minute, then it doubles up to an hour', () => {
  expect([1, 4, 5, 6, 7, 20].map(lockOutSeconds)).toEqual([0, 0, 60, 120, 240, 3600])
})
