import { expect, test } from 'vitest'
import { isToDiscover } from './discovery.ts'

const inactive = { state: 'answered', outcome: 'inactive' } as const
const active = { state: 'answered', outcome: 'active' } as const
const waiting = { state: 'waiting', outcome: null } as const
const unknown = { state: 'answered', outcome: 'not-found' } as const

test('looked for is whoever has no policy, or none that its payer did not end', () => {
  expect(isToDiscover([], null)).toBe(true)
  expect(isToDiscover([inactive], null)).toBe(true)
  expect(isToDiscover([inactive, inactive], null)).toBe(true)
  for (const other of [active, waiting, unknown, null]) expect(isToDiscover([inactive, other], null)).toBe(false)
})

test('once in thirty days', () => {
  expect([0, 29, 30, 31].map((days) => isToDiscover([], days))).toEqual([false, false, true, true])
})
