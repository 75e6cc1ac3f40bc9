import { expect, test } from 'vitest'
import { type Part, restOf, wholeOf } from './whole.ts'

const now = '2026-11-30T15:00:00Z'

function aPart(at: number, start: string, status: Part['status'] = 'booked'): Part {
  return { id: `visit-${at}`, at, visitTypeId: 't', siteId: 's', start, end: start, status, version: 1 }
}

test('what is left is booked, has not begun, and does not come before the visit that is looked at', () => {
  const parts = [
    aPart(0, '2026-11-23T15:00:00Z', 'checked-out'),
    aPart(1, '2026-11-30T15:00:00Z'),
    aPart(2, '2026-12-07T15:00:00Z', 'cancelled'),
    aPart(3, '2026-12-14T15:00:00Z'),
    aPart(4, '2026-12-21T15:00:00Z'),
  ]
  const ids = (from: number) => restOf(parts, from, now).map(({ at }) => at)
  expect(ids(0)).toEqual([3, 4])
  expect(ids(4)).toEqual([4])
})

test('a visit is part of a series, of a chain, or of nothing', () => {
  const alone = { seriesId: null, seriesOccurrence: null, chainId: null, chainLeg: null }
  expect(wholeOf(alone)).toBeNull()
  expect(wholeOf({ ...alone, seriesId: 'a', seriesOccurrence: 2 })).toEqual({ of: 'series', id: 'a', at: 2 })
  expect(wholeOf({ ...alone, chainId: 'b', chainLeg: 1 })).toEqual({ of: 'chain', id: 'b', at: 1 })
})
