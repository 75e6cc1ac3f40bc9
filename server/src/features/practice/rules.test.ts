import { expect, test } from 'vitest'
import { ok } from '@foyer/kernel'
import { checkHours, checkVisitType, isTimeZone, leavesNoManager } from './rules.ts'

const hours = (weekday: 1 | 2 | 3 | 5, startMinute: number, endMinute: number) => ({ weekday, startMinute, endMinute })

test('hours may touch, and the same hours may stand on two days', () => {
  expect(checkHours([hours(1, 720, 1020), hours(1, 480, 720), hours(2, 480, 720)])).toEqual(ok(null))
})

test('hours of one day may not overlap, in whatever order they come', () => {
  expect(checkHours([hours(3, 700, 1020), hours(1, 480, 720), hours(3, 480, 720)])).toMatchObject({
    error: { reason: 'hours-overlap', weekday: 3, position: 2 },
  })
})

test.each([480, 400])('hours from 480 to %i are backwards', (end) => {
  expect(checkHours([hours(5, 480, end)])).toMatchObject({ error: { reason: 'hours-backwards', weekday: 5 } })
})

test('lunch may lie over a session, and alternate weeks do not meet', () => {
  const lunch = { ...hours(1, 720, 780), kind: 'break' as const }
  expect(checkHours([hours(1, 480, 1020), lunch])).toEqual(ok(null))
  const odd = { ...hours(1, 480, 1020), everyWeeks: 2 as const, anchor: '2026-11-23' }
  expect(checkHours([odd, { ...odd, anchor: '2026-11-30' }])).toEqual(ok(null))
  expect(checkHours([odd, { ...odd, anchor: '2026-12-07' }]).ok).toBe(false)
})

const resource = (id: string, kind: 'practitioner' | 'room', attributes: readonly string[] = []) => ({
  id,
  kind,
  active: true,
  attributes,
  languages: [],
})
const resources = new Map(
  [resource('ada', 'practitioner', ['mri-trained']), resource('one', 'room')].map((each) => [each.id, each]),
)
const clinician = { role: 'clinician', kind: 'practitioner', candidates: ['ada'] } as const
const room = { role: 'room', kind: 'room', candidates: ['one'] } as const

function check(changes: Partial<Parameters<typeof checkVisitType>[0]>) {
  return checkVisitType(
    { durationMinutes: 60, active: true, rules: {}, roles: [clinician, room], ...changes },
    resources,
  )
}

test('a visit type may need one of each', () => {
  expect(check({})).toEqual(ok(null))
})

test('a role stands once', () => {
  expect(check({ roles: [clinician, room, clinician] })).toMatchObject({
    error: { reason: 'role-twice', role: 'clinician' },
  })
})

test.each(['two', 'ada'])('%s is no room', (id) => {
  expect(check({ roles: [clinician, { ...room, candidates: ['one', id] }] })).toMatchObject({
    error: { reason: 'unknown-resource', role: 'room' },
  })
})

test('somebody has to have what a role asks for, unless the visit type is not in use', () => {
  const technologist = {
    role: 'technologist',
    kind: 'practitioner',
    candidates: [],
    requires: ['mri-trained'],
  } as const
  expect(check({ roles: [technologist] })).toEqual(ok(null))
  const wheelchair = { ...room, candidates: [], requires: ['wheelchair'] }
  expect(check({ roles: [wheelchair] })).toMatchObject({ error: { reason: 'no-candidate', role: 'room' } })
  expect(check({ roles: [wheelchair], active: false })).toEqual(ok(null))
})

test('phases have one name each, end with the visit, and are there when a role names them', () => {
  const scan = { name: 'Scan', offsetMinutes: 15, durationMinutes: 45 }
  const roles = [{ ...clinician, phase: 'Scan' }]
  expect(check({ rules: { phases: [scan] }, roles })).toEqual(ok(null))
  expect(check({ roles })).toMatchObject({ error: { reason: 'unknown-phase', role: 'clinician' } })
  expect(check({ rules: { phases: [scan, scan] }, roles })).toMatchObject({
    error: { reason: 'phase-twice', phase: 'Scan' },
  })
  expect(check({ rules: { phases: [scan] }, roles, durationMinutes: 59 })).toMatchObject({
    error: { reason: 'phase-too-late', phase: 'Scan' },
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
