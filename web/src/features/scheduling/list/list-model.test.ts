import { expect, test } from 'vitest'
import type { Day, DayAppointment } from '../shapes.ts'
import { listed, noFilter } from './list-model.ts'

const visit = (id: string, time: string, resourceId: string, status = 'booked', visitTypeId = 'follow-up') =>
  ({
    id,
    start: `2026-11-24T${time}:00Z`,
    status,
    visitTypeId,
    assignments: [{ role: 'clinician', resourceId }],
  }) as DayAppointment // the rest takes no part
const day = {
  resources: [
    { id: 'singh', kind: 'practitioner' },
    { id: 'weiss', kind: 'practitioner' },
    { id: 'mri', kind: 'device' },
  ],
  appointments: [
    visit('c', '16:00', 'singh'),
    visit('a', '14:00', 'weiss', 'arrived'),
    visit('b', '15:00', 'mri', 'booked', 'scan'),
    visit('x', '15:30', 'singh', 'cancelled'),
  ],
} as unknown as Day // the rest takes no part
const everyone = { kinds: ['practitioner', 'device'], ids: [] } as const
const ids = (filter: Partial<typeof noFilter>, chosen: Parameters<typeof listed>[1] = everyone) =>
  listed([day], chosen, { ...noFilter, ...filter }).map(({ id }) => id)

test('by time, of the chosen columns; cancelled visits only when they are asked for', () => {
  expect(ids({})).toEqual(['a', 'b', 'c'])
  expect(ids({}, { kinds: ['practitioner'], ids: [] })).toEqual(['a', 'c'])
  expect(ids({ status: 'cancelled' })).toEqual(['x'])
})

test('filters narrow it together', () => {
  expect(ids({ resourceId: 'singh' })).toEqual(['c'])
  expect(ids({ visitTypeId: 'scan' })).toEqual(['b'])
  expect(ids({ resourceId: 'weiss', status: 'booked' })).toEqual([])
})

test('a visit that stands on the days of two sites is listed once', () => {
  expect(listed([day, day], everyone, noFilter)).toHaveLength(3)
})
