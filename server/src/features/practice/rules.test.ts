import { expect, test } from 'vitest'
import { ok } from '@foyer/kernel'
import { checkHours, checkRoles, isTimeZone, leavesNoManager } from './rules.ts'

const hours = (weekday: number, startMinute: number, endMinute: number) => ({ weekday, startMinute, endMinute })

test('hours may touch, and the same hours may stand on two days', () => {
  expect(checkHours([hours(1, 720, 1020), hours(1, 480, 720), hours(2, 480, 720)])).toEqual(ok(null))
})

test('hours of one day may not overlap, in whatever order they come', () => {
  expect(checkHours([hours(3, 700, 1020), hours(1, 480, 720), hours(3, 480, 720)])).toMatchObject({
    error: { reason: 'hours-overlap', weekday: 3 },
  })
})

test.each([480, 400])('hours from 480 to %i are backwards', (end) => {
  expect(checkHours([hours(5, 480, end)])).toMatchObject({ error: { reason: 'hours-backwards', weekday: 5 } })
})

const kinds = new Map([
  ['ada', 'practitioner'],
  ['one', 'room'],
])
const clinician = { role: 'clinician', kind: 'practitioner', candidates: ['ada'] } as const
const room = { role: 'room', kind: 'room', candidates: ['one'] } as const

test('a visit type may need one of each', () => {
  expect(checkRoles([clinician, room], kinds)).toEqual(ok(null))
})

test('a role stands once', () => {
  expect(checkRoles([clinician, room, clinician], kinds)).toMatchObject({
    error: { reason: 'role-twice', role: 'clinician' },
  })
})

test.each(['two', 'ada'])('%s is no room', (id) => {
  expect(checkRoles([clinician, { ...room, candidates: ['one', id] }], kinds)).toMatchObject({
    error: { reason: 'unknown-resource', role: 'room' },
  })
})

test.each(['America/Chicago', 'UTC', 'Asia/Kathmandu'])('%s is a time zone', (name) => {
  expect(isTimeZone(name)).toBe(true)
})

test.each(['America/Springfield', '-06:00', '+05', ''])('%j is none', (name) => {
  expect(isTimeZone(name)).toBe(false)
})

test('only the last manager has to stay', () => {
  const steppedDown = { role: 'lead', active: true }
  expect(leavesNoManager(['a'], 'a', steppedDown)).toBe(true)
  expect(leavesNoManager(['a'], 'a', { role: 'manager', active: false })).toBe(true)
  expect(leavesNoManager(['a'], 'a', { role: 'manager', active: true })).toBe(false)
  expect(leavesNoManager(['a', 'b'], 'a', steppedDown)).toBe(false)
  expect(leavesNoManager(['b'], 'a', steppedDown)).toBe(false)
})
