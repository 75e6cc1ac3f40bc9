import { scheduling } from '@foyer/contract'
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'

let t: TestApp
let desk: TestClient
let siteId: string
let clinicianId: string
let visitTypeId: string

beforeAll(async () => {
  t = await openTestApp({ mailServer: true })
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  siteId = await aSite(db)
  clinicianId = await aResource(db, { siteId })
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [clinicianId] }]
  visitTypeId = await aVisitType(db, { name: 'Therapy', nameEs: 'Terapia', durationMinutes: 30, roles })
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t?.stop())

/** All that was sent to somebody, once there are so many; a little later there are no more. */
async function mailsTo(email: string, count: number) {
  const those = () => t.mails.filter(({ to }) => to === email)
  for (let tries = 0; tries < 200 && those().length < count; tries += 1)
    await new Promise((next) => setTimeout(next, 50))
  await new Promise((next) => setTimeout(next, 500))
  expect(those()).toHaveLength(count)
  return those()
}

/** The file as a calendar of somebody else reads it. */
function read(text: string | undefined) {
  const calendar = new ICAL.Component(ICAL.parse(text ?? '') as unknown[])
  return {
    method: calendar.getFirstPropertyValue('method'),
    zones: calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid')),
    events: calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component)
      const start = event.startDate.toJSDate().toISOString()
      return [event.uid, event.sequence, component.getFirstPropertyValue('status'), start]
    }),
  }
}

const assignments = () => [{ role: 'clinician', resourceId: clinicianId }]

test('a series is told once, with all its visits in one file; one that moves alone; the rest is cancelled once', async () => {
  const email = 'series@example.org'
  const patientId = await aPatient(t.riverside.db, { email })
  // Before and after the clocks of Chicago are put forward.
  const starts = ['2027-03-09T15:00:00Z', '2027-03-16T14:00:00Z', '2027-03-23T14:00:00Z']
  const { body } = await desk.call(scheduling.bookSeries, {
    visitTypeId,
    siteId,
    patientId,
    rule: { unit: 'week', every: 1, from: '2027-03-09', atMinute: 540, count: 3 },
    occurrences: starts.map((start, occurrence) => ({ occurrence, start, assignments: assignments() })),
    language: 'es',
  })
  const ids = body.booked.map(({ id }) => id)
  expect(ids).toHaveLength(3)
  const [booked] = await mailsTo(email, 1)
  expect(booked?.subject).toMatch(/^Sus 3 citas en /)
  expect(booked?.text).toContain('3. martes, 23 de marzo de 2027')
  // Nothing about health where others may see it.
  expect(`${booked?.subject} ${booked?.text} ${booked?.calendar?.text}`).not.toMatch(/Therapy|Terapia/)
  expect(booked?.calendar?.method).toBe('PUBLISH')
  const iso = (start: string | undefined) => new Date(start ?? '').toISOString()
  expect(read(booked?.calendar?.text)).toEqual({
    method: 'PUBLISH',
    zones: ['America/Chicago'],
    events: ids.map((id, n) => [id, 0, 'CONFIRMED', iso(starts[n])]),
  })

  const start = '2027-03-16T16:00:00Z'
  const [, second = ''] = ids
  const change = { appointmentId: second, assignments: assignments(), start, reason: 'Bus', version: 1 }
  expect((await desk.call(scheduling.moveAppointment, change)).status).toBe(200)
  const [, moved] = await mailsTo(email, 2)
  expect(read(moved?.calendar?.text)).toEqual({
    method: 'REQUEST',
    zones: ['America/Chicago'],
    events: [[second, 1, 'CONFIRMED', iso(start)]],
  })

  const rest = { seriesId: body.id, fromAt: 1, reason: 'patient' as const, note: null }
  expect((await desk.call(scheduling.cancelSeries, rest)).body.cancelled).toHaveLength(2)
  const [, , cancelled] = await mailsTo(email, 3)
  expect(cancelled?.subject).toMatch(/^2 /)
  expect(read(cancelled?.calendar?.text)).toEqual({
    method: 'CANCEL',
    zones: ['America/Chicago'],
    events: [
      [second, 2, 'CANCELLED', iso(start)],
      [ids[2], 1, 'CANCELLED', iso(starts[2])],
    ],
  })
})

test('a chain is told once, and one of its legs cancelled alone', async () => {
  const email = 'chain@example.org'
  const patientId = await aPatient(t.riverside.db, { email })
  const leg = (start: string) => ({ visitTypeId, siteId, start, assignments: assignments() })
  const legs = [leg('2026-12-08T15:00:00Z'), { ...leg('2026-12-09T15:00:00Z'), gap: { minDays: 1, maxDays: 7 } }]
  const { body } = await desk.call(scheduling.bookChain, { patientId, name: 'Twice', legs })
  const [booked] = await mailsTo(email, 1)
  expect(booked?.subject).toMatch(/^Your 2 appointments at /)
  const ids = body.legs.map(({ id }) => id)
  expect(read(booked?.calendar?.text).events.map(([uid]) => uid)).toEqual(ids)
  const [first = ''] = ids
  await desk.call(scheduling.cancelAppointment, { appointmentId: first, reason: 'patient', version: 1 })
  const [, cancelled] = await mailsTo(email, 2)
  expect(read(cancelled?.calendar?.text)).toMatchObject({
    method: 'CANCEL',
    events: [[first, 1, 'CANCELLED', '2026-12-08T15:00:00.000Z']],
  })
})

test('what is left of a series of one is told as a single visit', async () => {
  const email = 'single@example.org'
  const patientId = await aPatient(t.riverside.db, { email })
  await desk.call(scheduling.bookSeries, {
    visitTypeId,
    siteId,
    patientId,
    rule: { unit: 'week', every: 1, from: '2026-12-15', atMinute: 540, count: 2 },
    occurrences: [{ occurrence: 0, start: '2026-12-15T15:00:00Z', assignments: assignments() }],
  })
  const [booked] = await mailsTo(email, 1)
  expect(booked?.subject).toMatch(/^Your appointment at /)
  expect(read(booked?.calendar?.text)).toMatchObject({ method: 'REQUEST', events: [{ length: 4 }] })
})
