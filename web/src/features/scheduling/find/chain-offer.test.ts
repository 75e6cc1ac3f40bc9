import { expect, test } from 'vitest'
import type { Opening } from '../shapes.ts'
import { chainOffer, legsOf } from './chain-offer.ts'
import { legsText } from './reasons.ts'
import { sayIn } from '../testing.ts'

const at = (start: string, end: string, resourceId: string, reasons: Opening['reasons'] = []) => ({
  start,
  end,
  reasons,
  assignments: [{ role: 'clinician', resourceId, start, end, lane: 0 }],
})
const visit = at('2026-12-08T15:40:00Z', '2026-12-08T16:00:00Z', 'singh')
const seat = at('2026-12-08T16:00:00Z', '2026-12-08T17:00:00Z', 'ruiz', [
  { code: 'joins-group', groupId: 'g1', seatsLeft: 2 },
])
const asked = [{ visitTypeId: 'talk' }, { visitTypeId: 'course', gap: { sameDay: true as const } }]

test('a leg that is a seat names its group when it is booked, and says so', () => {
  const offer = chainOffer({ legs: [visit, seat], waits: [0], walkMinutes: 0, reasons: seat.reasons }, asked)
  expect(legsOf(offer?.legs ?? [], 'main').map(({ groupSessionId }) => groupSessionId)).toEqual([undefined, 'g1'])
  // The chain as a whole joins no group: it is held and booked as a chain.
  expect(offer?.reasons).toEqual([])
  const names = {
    dateOf: (instant: string) => instant.slice(0, 10),
    nameOf: (id: string) => id,
    timeOf: (instant: string) => instant.slice(11, 16),
    typeOf: (id: string) => id,
    whenOf: (instant: string) => instant,
  }
  expect(legsText(offer as Opening, names, sayIn('en'))).toBe(
    'talk 15:40 (singh), course 16:00 (ruiz, a seat in the group). No waiting.',
  )
})
