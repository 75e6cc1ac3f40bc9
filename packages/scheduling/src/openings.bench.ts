import { instantAt } from '@foyer/kernel'
import { test } from 'vitest'
import { datesBetween, localDays } from './local-day.ts'
import { findOpenings } from './openings.ts'
import { openIntervalsOn } from './session-times.ts'
import { type TestResource as Resource, testIndex } from './testing/index-of.ts'
import type { VisitTypeRule } from './visit-type.ts'

const zone = 'America/Chicago'
const from = '2026-11-23'
const to = '2026-12-06'
const now = instantAt(from, 420, zone).epochMilliseconds
const clinicians = Array.from({ length: 8 }, (_, index) => `clinician-${index}`)
const rooms = Array.from({ length: 10 }, (_, index) => `room-${index}`)
const days = localDays(datesBetween(from, to), zone)
const weekly = ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday) => [
  { weekday, startMinute: 480, endMinute: 720 },
  { weekday, startMinute: 780, endMinute: 1020 },
])
const visitType: VisitTypeRule = {
  id: 'visit',
  durationMinutes: 40,
  roles: [
    { name: 'clinician', kind: 'practitioner', candidates: clinicians },
    { name: 'room', kind: 'room', candidates: rooms },
  ],
}

/** Of every twenty minutes of the hours about `percent` are taken, always the same ones. */
function practice(percent: number): Map<string, Resource> {
  let state = 7
  const draw = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
  return new Map(
    [...clinicians, ...rooms].map((id) => {
      const open = openIntervalsOn(days, weekly, [])
      const slots = open.flatMap(({ start, end }) =>
        Array.from({ length: (end - start) / 1_200_000 }, (_, index) => start + index * 1_200_000),
      )
      const busy = slots.filter(() => draw() * 100 < percent).map((start) => ({ start, end: start + 1_200_000 }))
      return [id, { id, open, busy }]
    }),
  )
}

test.for([0, 50, 70])('14 days, 8 clinicians, 10 rooms, %d per cent booked', async (percent, { bench }) => {
  const index = testIndex(practice(percent).values())
  const request = { visitType, zone, from, to, usualPractitionerId: 'clinician-3', limit: 9 }
  await bench('findOpenings', () => {
    findOpenings(request, index, now)
  }).run()
})
