import { instantAt } from '@foyer/kernel'
import { expect, test } from 'vitest'
import type { Resource } from './availability.ts'
import { type BookingWish, planBooking } from './booking.ts'
import type { VisitTypeRule } from './visit-type.ts'

const zone = 'America/Chicago'
const start = at('2026-11-30', 600)
const minute = 60_000
const visitType: VisitTypeRule = {
  id: 'scan',
  durationMinutes: 40,
  bufferAfterMinutes: 10,
  horizonDays: 30,
  roles: [
    { name: 'clinician', kind: 'practitioner', candidates: ['ana', 'ben'] },
    { name: 'interpreter', kind: 'interpreter', candidates: ['ana', 'ines'], offsetMinutes: 0, durationMinutes: 20 },
  ],
}

function at(date: string, time: number): number {
  return instantAt(date, time, zone).epochMilliseconds
}

function resource(id: string, busyFrom?: number, busyTo?: number): [string, Resource] {
  const open = [{ start: start - 60 * minute, end: start + 50 * minute }]
  const busy = busyFrom === undefined || busyTo === undefined ? [] : [{ start: busyFrom, end: busyTo }]
  return [id, { id, name: id, open, busy }]
}

const wish: BookingWish = {
  visitType,
  start,
  assignments: [
    { role: 'clinician', resourceId: 'ana' },
    { role: 'interpreter', resourceId: 'ines' },
  ],
  resources: new Map([resource('ana'), resource('ben'), resource('ines')]),
  zone,
  now: start - 60 * minute,
}

function refusal(change: Partial<BookingWish>): unknown {
  const plan = planBooking({ ...wish, ...change })
  return plan.ok ? plan.value : plan.error
}

test('a plan says how long each resource is kept', () => {
  expect(planBooking(wish)).toEqual({
    ok: true,
    value: {
      start,
      end: start + 40 * minute,
      assignments: [
        { role: 'clinician', resourceId: 'ana', start, end: start + 50 * minute },
        { role: 'interpreter', resourceId: 'ines', start, end: start + 20 * minute },
      ],
    },
  })
})

test('now is not the past, a millisecond ago is', () => {
  expect(planBooking({ ...wish, now: start }).ok).toBe(true)
  expect(refusal({ now: start + 1 })).toEqual({ reason: 'in-the-past' })
})

test('the horizon is counted in civil days of the site', () => {
  expect(planBooking({ ...wish, now: at('2026-10-31', 0) }).ok).toBe(true)
  expect(refusal({ now: at('2026-10-30', 1439) })).toEqual({ reason: 'too-far-ahead', horizonDays: 30 })
})

test('every role once, by a known candidate, and no other role', () => {
  const [clinician, interpreter] = wish.assignments
  if (!clinician || !interpreter) throw new Error('the wish has two assignments')
  expect(refusal({ assignments: [clinician] })).toEqual({ reason: 'role-missing', role: 'interpreter' })
  const ines = { role: 'clinician', resourceId: 'ines' } as const
  expect(refusal({ assignments: [ines, interpreter] })).toEqual({ reason: 'not-a-candidate', ...ines })
  const room = { role: 'room', resourceId: 'ana' } as const
  expect(refusal({ assignments: [clinician, interpreter, room] })).toEqual({ reason: 'not-a-candidate', ...room })
  const second = { role: 'clinician', resourceId: 'ben' } as const
  expect(refusal({ assignments: [clinician, second, interpreter] })).toEqual({ reason: 'not-a-candidate', ...second })
  expect(refusal({ resources: new Map([resource('ines')]) })).toEqual({ reason: 'not-a-candidate', ...clinician })
})

test('taken is taken, also in the buffer and for who may book outside hours', () => {
  const late = new Map([resource('ana', start + 45 * minute, start + 60 * minute), resource('ines')])
  expect(refusal({ resources: late, allowOutsideHours: true })).toEqual({ reason: 'opening-taken', resourceId: 'ana' })
  const touching = new Map([
    resource('ana', start - 20 * minute, start),
    resource('ines', start + 20 * minute, start + 30 * minute),
  ])
  expect(planBooking({ ...wish, resources: touching }).ok).toBe(true)
})

test('nobody is needed in two roles at once', () => {
  const twice = [
    { role: 'clinician', resourceId: 'ana' },
    { role: 'interpreter', resourceId: 'ana' },
  ] as const
  expect(refusal({ assignments: twice })).toEqual({ reason: 'opening-taken', resourceId: 'ana' })
})

test('outside hours is refused unless it is allowed', () => {
  const later = { start: start + minute }
  expect(refusal(later)).toEqual({ reason: 'outside-hours', resourceId: 'ana' })
  expect(planBooking({ ...wish, ...later, allowOutsideHours: true }).ok).toBe(true)
})
