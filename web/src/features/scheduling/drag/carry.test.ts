import { expect, test } from 'vitest'
import { axisBetween, wallAxisBetween } from '../grid/grid-geometry.ts'
import type { ResourceKind } from '../shapes.ts'
import { aGroup, anAssignment, aVisit } from '../testing-day.ts'
import { type CarryColumn, carryTo, pickUp, stepColumn, stepTime, stretchBy, stretchTo } from './carry.ts'

const zone = 'America/Chicago'
const kinds: Record<string, ResourceKind> = { singh: 'practitioner', weiss: 'practitioner', one: 'room', mri: 'device' }
const kindOf = (id: string) => kinds[id]
const axis = axisBetween('2026-11-24', zone, 420, 1080)
const column = (id: string, on = axis): CarryColumn => ({
  id: `${on.date} ${id}`,
  axis: on,
  resource: { id, kind: kinds[id] ?? 'room' },
})
const columns = ['singh', 'mri', 'weiss', 'one'].map((id) => column(id))
const visit = aVisit({
  assignments: [
    anAssignment('clinician', 'singh', '2026-11-24T15:05:00Z', '2026-11-24T15:35:00Z'),
    anAssignment('room', 'one', '2026-11-24T15:05:00Z', '2026-11-24T15:45:00Z'),
  ],
})
const [first = column('singh')] = columns
const carried = pickUp({ kind: 'visit', visit }, first, { mode: 'move', by: 'keys', step: 10 })

test('a step from 9:05 goes to the grid, then along it', () => {
  const later = stepTime(carried, first, 1, kindOf)
  expect(later.wanted.start).toBe('2026-11-24T15:10:00Z')
  expect(stepTime(later, first, 1, kindOf).wanted.start).toBe('2026-11-24T15:20:00Z')
  expect(stepTime(carried, first, -1, kindOf).wanted.start).toBe('2026-11-24T15:00:00Z')
})

test('it stays on the day at both ends', () => {
  expect(carryTo(carried, first, -50, kindOf).wanted.start).toBe('2026-11-24T13:00:00Z')
  expect(carryTo(carried, first, 5000, kindOf).wanted.end).toBe('2026-11-25T00:00:00Z')
})

test('sideways it passes columns of which the visit has nothing, and changes one role', () => {
  const next = stepColumn(carried, columns, 1, kindOf)
  expect(next.columnId).toBe('2026-11-24 weiss')
  expect(next.wanted.assignments.map(({ resourceId }) => resourceId)).toEqual(['weiss', 'one'])
  const back = stepColumn(next, columns, -1, kindOf)
  expect(back.wanted.assignments.map(({ resourceId }) => resourceId)).toEqual(['singh', 'one'])
  expect(stepColumn(back, columns, -1, kindOf)).toBe(back)
})

test('on a week it keeps the time of the wall clock over the day when the clocks change', () => {
  const saturday = column('singh', wallAxisBetween('2026-10-31', zone, 420, 1080))
  const monday = column('singh', wallAxisBetween('2026-11-02', zone, 420, 1080))
  const start = '2026-10-31T14:00:00Z'
  const grabbed = pickUp(
    { kind: 'visit', visit: { ...visit, start, end: '2026-10-31T14:30:00Z', assignments: [] } },
    saturday,
    {
      mode: 'move',
      by: 'keys',
      step: 10,
    },
  )
  const moved = carryTo(grabbed, monday, 120, kindOf)
  expect(moved.wanted.start).toBe('2026-11-02T15:00:00Z')
})

test('it can be longer or shorter, never shorter than a step', () => {
  const longer = stretchBy(carried, 1)
  expect([longer.mode, longer.wanted.end]).toEqual(['resize', '2026-11-24T15:45:00Z'])
  const shortest = stretchBy(stretchBy(stretchBy(stretchBy(carried, -1), -1), -1), -1)
  expect(shortest.wanted.end).toBe('2026-11-24T15:15:00Z')
})

const block = {
  id: 'b',
  resourceId: 'singh',
  start: '2026-11-24T20:00:00Z',
  end: '2026-11-24T21:00:00Z',
  reason: 'Admin',
}
const closed = pickUp({ kind: 'block', block }, first, { mode: 'move', by: 'keys', step: 5 })

test('closed time goes into every column, whatever stands in it, and keeps its length', () => {
  const machine = stepColumn(closed, columns, 1, kindOf)
  expect(machine.wanted.assignments.map(({ resourceId }) => resourceId)).toEqual(['mri'])
  const later = stepTime(machine, column('mri'), 1, kindOf)
  expect([later.wanted.start, later.wanted.end]).toEqual(['2026-11-24T20:05:00Z', '2026-11-24T21:05:00Z'])
  const whole: CarryColumn = { ...first, resource: { id: 'site', kind: 'site' } }
  expect(carryTo(closed, whole, 0, kindOf).wanted.assignments[0]?.resourceId).toBe('singh')
})

test('closed time can be made longer until the end of its day, not over it', () => {
  const longer = stretchBy(closed, 1)
  expect(longer.wanted.end).toBe('2026-11-24T21:05:00Z')
  expect(longer.wanted.assignments[0]?.end).toBe('2026-11-24T21:05:00Z')
  expect(stretchTo(closed, 2000).wanted.end).toBe('2026-11-25T06:00:00Z')
})

test('a group moves with whoever leads it and its room, and stays as long as it is', () => {
  const lead = anAssignment('clinician', 'singh', '2026-11-24T15:00:00Z', '2026-11-24T16:00:00Z')
  const group = aGroup(lead, { assignments: [lead, { ...lead, role: 'room', resourceId: 'one' }] })
  const load = { kind: 'group', group, siteId: 'site', people: [] } as const
  const inHand = pickUp(load, first, { mode: 'move', by: 'pointer', step: 15 })
  const moved = carryTo(inHand, column('weiss'), 180, kindOf)
  expect(moved.wanted.assignments.map(({ resourceId, start }) => [resourceId, start])).toEqual([
    ['weiss', '2026-11-24T16:00:00Z'],
    ['one', '2026-11-24T16:00:00Z'],
  ])
  expect(stretchBy(inHand, 1)).toBe(inHand)
})

test('by keys it is moved and made longer with one hand, in either order', () => {
  const there = stepColumn(stepTime(carried, first, 1, kindOf), columns, 1, kindOf)
  const longer = stretchBy(there, 1)
  expect([longer.mode, longer.wanted.start, longer.wanted.end]).toEqual([
    'resize',
    '2026-11-24T15:10:00Z',
    '2026-11-24T15:50:00Z',
  ])
  expect(longer.wanted.assignments.map(({ resourceId, end }) => [resourceId, end])).toEqual([
    ['weiss', '2026-11-24T15:50:00Z'],
    ['one', '2026-11-24T16:00:00Z'],
  ])
  const later = stepTime(longer, column('weiss'), 1, kindOf)
  expect([later.mode, later.wanted.start, later.wanted.end]).toEqual([
    'move',
    '2026-11-24T15:20:00Z',
    '2026-11-24T16:00:00Z',
  ])
  expect(later.wanted.assignments[0]?.resourceId).toBe('weiss')
})
