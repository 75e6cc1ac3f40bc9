import { expect, test } from 'vitest'
import { aBoard, aVisit, now } from '../testing.ts'
import { boardChanges } from './board-changes.ts'
import { withPending } from './pending.ts'
import { usualRoom } from './visit-acts.ts'

const rooms = [
  { id: 'r1', name: 'Room 1', appointmentId: 'b' },
  { id: 'r2', name: 'Room 2', appointmentId: null },
]
const a = aVisit({ appointmentId: 'a', status: 'arrived' })
const b = aVisit({ appointmentId: 'b', status: 'roomed', room: { id: 'r1', name: 'Room 1' } })
const board = aBoard([a, b], rooms)

test('a pending step shows at once: state, room, what comes next and what an undo leads to', () => {
  const step = {
    appointmentId: 'a',
    status: 'roomed',
    since: now,
    room: { id: 'r2', name: 'Room 2' },
    undo: 'arrived',
  } as const
  const shown = withPending(board, new Map([['a', step]]))
  expect(shown.visits[0]).toMatchObject({ status: 'roomed', since: now, undo: 'arrived' })
  expect(shown.visits[0]?.next[0]).toBe('with-clinician')
  expect(shown.rooms.map((room) => room.appointmentId)).toEqual(['b', 'a'])
  expect(withPending(board, new Map())).toBe(board)
})

test('who leaves a room makes it free at once', () => {
  const step = { appointmentId: 'b', status: 'checked-out', since: now, room: b.room, undo: 'roomed' } as const
  expect(withPending(board, new Map([['b', step]])).rooms[0]?.appointmentId).toBeNull()
})

test('changes are told by state and for new visits, never across days', () => {
  const after = aBoard([{ ...a, status: 'roomed' }, b, aVisit({ appointmentId: 'c' })])
  expect(boardChanges(board, after).map(({ visit, from }) => [visit.appointmentId, from])).toEqual([
    ['a', 'arrived'],
    ['c', null],
  ])
  expect(boardChanges(board, { ...after, date: '2026-11-23' })).toEqual([])
})

test('the usual room is the own one while it is free, none for a video visit, else a question', () => {
  const own = { ...a, room: { id: 'r2', name: 'Room 2' } }
  expect(usualRoom(own, board)).toEqual({ room: { id: 'r2', name: 'Room 2' } })
  expect(usualRoom({ ...a, room: { id: 'r1', name: 'Room 1' } }, board)).toBe('ask')
  expect(usualRoom(a, board)).toBe('ask')
  expect(usualRoom({ ...a, telehealth: true }, board)).toEqual({ room: null })
  expect(usualRoom(a, aBoard([a]))).toEqual({ room: null })
})
