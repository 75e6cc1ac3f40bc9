import { instantAt } from '@foyer/kernel'
import { expect, test } from 'vitest'
import { localDay } from './local-day.ts'
import { openingAt } from './opening-at.ts'
import type { BookingResource, Taken } from './rules/wish.ts'
import type { VisitTypeRule } from './visit-type.ts'

const zone = 'America/Chicago'
const minute = 60_000
const at = (time: number) => instantAt('2026-11-30', time, zone).epochMilliseconds
const start = at(17 * 60 + 10)
const visitType: VisitTypeRule = {
  id: 'check',
  durationMinutes: 20,
  roles: [
    { name: 'room', kind: 'room', candidates: ['small', 'large'] },
    { name: 'clinician', kind: 'practitioner', candidates: ['ana', 'ben'] },
    { name: 'nurse', kind: 'practitioner', candidates: ['ben', 'cleo'] },
  ],
}

/** Open from eight to `until`; minutes of the clock on the wall. */
function resource(id: string, until: number, busy: readonly Taken[] = []): [string, BookingResource] {
  return [id, { id, open: [{ start: at(480), end: at(until) }], busy }]
}

function ask(resourceId: string, ...changed: readonly [string, BookingResource][]) {
  const usual = ['small', 'large', 'ana', 'ben', 'cleo'].map((id) => resource(id, 1020))
  const resources = new Map([...usual, ...changed])
  const day = localDay('2026-11-30', zone)
  const opening = openingAt({ visitType, zone, start, day, now: at(480), resources, resourceId })
  if (!opening.ok) return opening.error
  return Object.fromEntries(opening.value.assignments.map((one) => [one.role, one.resourceId]))
}

test('after hours, with whom was named: the other roles get somebody who is free', () => {
  expect(ask('ana')).toEqual({ clinician: 'ana', room: 'small', nurse: 'ben' })
  expect(ask('cleo')).toEqual({ nurse: 'cleo', clinician: 'ana', room: 'small' })
})

test('who is taken is passed over, and whoever works then stands before who does not', () => {
  const taken = [{ start, end: start + minute }]
  expect(ask('ana', resource('small', 1020, taken))).toMatchObject({ room: 'large' })
  expect(ask('ana', resource('large', 1140))).toMatchObject({ room: 'large' })
})

test('nobody is in two roles: who is named is not the nurse as well', () => {
  expect(ask('ben')).toEqual({ clinician: 'ben', room: 'small', nurse: 'cleo' })
})

test('whose own time is taken is named all the same: what took it is said when it is held', () => {
  expect(ask('ana', resource('ana', 1020, [{ start, end: start + minute }]))).toMatchObject({ clinician: 'ana' })
})

test('a role that nobody can fill is named, and so is who may not take part', () => {
  const taken = [{ start, end: start + minute }]
  const full = ask('ana', resource('small', 1020, taken), resource('large', 1020, taken))
  expect(full).toEqual({ reason: 'nobody-free', role: 'room' })
  expect(ask('ben', resource('cleo', 1020, taken))).toEqual({ reason: 'nobody-free', role: 'nurse' })
  expect(ask('zoe')).toEqual({ reason: 'cannot-take-part', resourceId: 'zoe' })
})
