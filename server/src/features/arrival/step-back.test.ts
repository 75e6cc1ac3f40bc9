import { expect, test } from 'vitest'
import { meanWaitMinutes } from './mean-wait.ts'
import { stepBack } from './step-back.ts'
import type { StepRow } from './store.ts'

const bookedAt = '2026-11-01T10:00:00Z'

function step(from: string | null, to: string, at: string, roomId: string | null = null, visit = 'visit'): StepRow {
  return { id: `${from}-${to}`, appointment_id: visit, from_status: from, to_status: to, room_id: roomId, at }
}

const walk = [
  step(null, 'booked', bookedAt),
  step('booked', 'arrived', '2026-11-23T15:00:00Z'),
  step('arrived', 'roomed', '2026-11-23T15:12:00Z', 'room-1'),
  step('roomed', 'with-clinician', '2026-11-23T15:20:00Z', 'room-1'),
  step('with-clinician', 'checked-out', '2026-11-23T15:40:00Z'),
]

test('each step leads back to the one before, since when that began and into its room', () => {
  const backs = [5, 4, 3, 2, 1].map((length) =>
    stepBack(walk.slice(0, length), walk[length - 1]?.to_status as 'booked', bookedAt),
  )
  expect(backs).toEqual([
    { stepId: 'with-clinician-checked-out', to: 'with-clinician', since: '2026-11-23T15:20:00Z', roomId: 'room-1' },
    { stepId: 'roomed-with-clinician', to: 'roomed', since: '2026-11-23T15:12:00Z', roomId: 'room-1' },
    { stepId: 'arrived-roomed', to: 'arrived', since: '2026-11-23T15:00:00Z', roomId: null },
    { stepId: 'booked-arrived', to: 'booked', since: bookedAt, roomId: null },
    null,
  ])
})

test('a visit that came from elsewhere without the note of its booking goes back to it too', () => {
  expect(stepBack(walk.slice(1, 2), 'arrived', bookedAt)).toMatchObject({ to: 'booked', since: bookedAt })
})

test('a history that does not lead to where the visit is undoes nothing', () => {
  expect(stepBack(walk.slice(0, 2), 'roomed', bookedAt)).toBe(null)
  expect(stepBack([], 'arrived', bookedAt)).toBe(null)
})

test('the mean wait counts from arrival to a room, of those who have both', () => {
  expect(meanWaitMinutes(walk.slice(0, 2))).toBe(null)
  expect(meanWaitMinutes(walk)).toBe(12)
  const other = [
    step('booked', 'arrived', '2026-11-23T15:00:00Z', null, 'other'),
    step('arrived', 'roomed', '2026-11-23T15:27:00Z', null, 'other'),
    step('booked', 'roomed', '2026-11-23T15:27:00Z', null, 'straight-to-a-room'),
  ]
  expect(meanWaitMinutes([...walk, ...other])).toBe(20)
})
