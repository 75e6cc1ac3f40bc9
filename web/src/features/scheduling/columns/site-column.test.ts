import { expect, test } from 'vitest'
import { aDay, aGroup, anAssignment, aResource, aVisit } from '../testing-day.ts'
import { axisBetween } from '../grid/grid-geometry.ts'
import { columnsOfDay, siteContent, siteResource } from './site-column.ts'

const at = (time: string) => `2026-11-24T${time}:00Z`
const hours = (startMinute: number, endMinute: number) => [
  { start: at('14:00'), end: at('18:00'), startMinute, endMinute },
]
const visit = (id: string, resourceId: string, start: string, end: string, more = {}) =>
  aVisit({
    id,
    assignments: [
      anAssignment('clinician', resourceId, at(start), at(end)),
      anAssignment('room', 'room', at(start), at(end)),
    ],
    ...more,
  })
const day = aDay({
  resources: [
    aResource('singh', 'practitioner', { open: hours(480, 720), bookedPercent: 100 }),
    aResource('weiss', 'practitioner', { open: hours(480, 600), bookedPercent: 40 }),
    aResource('room', 'room'),
  ],
  groups: [aGroup(anAssignment('clinician', 'weiss', at('14:10'), at('15:00')))],
  appointments: [
    visit('late', 'weiss', '16:00', '16:30'),
    visit('early', 'singh', '14:00', '14:30'),
    visit('gone', 'singh', '14:00', '14:30', { status: 'cancelled' }),
    visit('seated', 'weiss', '14:10', '15:00', { groupSessionId: 'group', seat: 1 }),
  ],
})

test('a visit of two roles stands in the column of its site once', () => {
  const content = siteContent(day, axisBetween(day.date, day.timeZone, 420, 1080))
  expect(content.visits.map(({ appointment, of }) => [appointment.id, of])).toEqual([
    ['early', 2],
    ['late', 1],
  ])
  expect(content.groups.map(({ of }) => of)).toEqual([2])
})

test('a site is as full as its clinicians are together, each by the length of their day', () => {
  expect(siteResource(day, 'Chicago')).toMatchObject({ kind: 'site', bookedPercent: 80, lanes: 2 })
})

test('the site stands before its resources, and only when it is wished for', () => {
  const ids = (kinds: readonly ('site' | 'room')[]) =>
    columnsOfDay(day, { kinds, ids: [] }, [], 'Chicago').map(({ id }) => id)
  expect(ids(['room', 'site'])).toEqual(['site', 'room'])
  expect(ids(['room'])).toEqual(['room'])
})
