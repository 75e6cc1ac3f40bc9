import { expect, test } from 'vitest'
import type { Failing } from '../shapes.ts'
import { emptyWish, type Wish } from '../wish/wish.ts'
import { chainMet } from './chain-met.ts'

const at = { today: '2026-11-22', dateOf: (instant: string) => instant.slice(0, 10) }
const nearest = (start: string) =>
  ({ start, end: start, assignments: [], reasons: [] }) as unknown as Failing['nearest']
const wish: Wish = {
  ...emptyWish,
  visitTypeId: 'lab',
  chainTypeId: 'lab-talk',
  then: [
    { visitTypeId: 'scan', gap: { sameDay: true } },
    { visitTypeId: 'talk', gap: { minDays: 2, maxDays: 3 } },
  ],
}
const failing = (leg: number, start: string | null): Failing => ({
  leg,
  visitTypeId: 'x',
  nearest: start === null ? null : nearest(start),
})

test('the first leg needs other dates: as far as its nearest, or from it on where that is too far to look at once', () => {
  expect(chainMet(wish, failing(0, '2026-12-20T15:00:00Z'), at)).toEqual({
    when: { from: '2026-11-22', to: '2026-12-20' },
  })
  expect(chainMet(wish, failing(0, '2027-03-01T15:00:00Z'), at)).toEqual({
    when: { from: '2027-03-01', to: '2027-03-15' },
  })
})

test('another leg needs a longer distance to the one before, and keeps the shortest it has; the others stay', () => {
  expect(chainMet(wish, failing(1, '2026-11-25T15:00:00Z'), at)).toEqual({
    chainTypeId: null,
    then: [{ visitTypeId: 'scan', gap: { maxDays: 3 } }, wish.then[1]],
  })
  expect(chainMet(wish, failing(2, '2026-12-02T15:00:00Z'), at)).toEqual({
    chainTypeId: null,
    then: [wish.then[0], { visitTypeId: 'talk', gap: { minDays: 2, maxDays: 10 } }],
  })
  expect(chainMet(wish, failing(1, null), at)).toBeNull()
})
