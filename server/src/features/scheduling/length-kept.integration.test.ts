import { scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../practice/testing.ts'

let t: TestApp

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
})
afterAll(() => t?.stop())

test('a visit that was made longer is offered gaps of its own length when it is to move', async () => {
  const { db } = t.riverside
  const siteId = await aSite(db)
  const doctor = await aResource(db, { siteId })
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [doctor] }]
  const visitTypeId = await aVisitType(db, { durationMinutes: 20, roles })
  const desk = await t.riverside.as('coordinator')
  const place = { visitTypeId, siteId, assignments: [{ role: 'clinician', resourceId: doctor }] }
  const start = '2026-12-08T16:00:00Z'
  const patientId = await aPatient(db)
  const { body: visit } = await desk.call(scheduling.bookAppointment, {
    ...place,
    start,
    patientId,
    durationMinutes: 60,
  })
  // A gap of half an hour from the end of the visit on.
  const later = { ...place, start: '2026-12-08T17:30:00Z', patientId: await aPatient(db) }
  expect((await desk.call(scheduling.bookAppointment, later)).status).toBe(200)
  const asked = { visitTypeId, siteId, patientId, from: '2026-12-08', to: '2026-12-08', limit: 50 }
  const found = await desk.call(scheduling.findOpenings, { ...asked, movingId: visit.id })
  expect(found.body.openings.length).toBeGreaterThan(0)
  for (const opening of found.body.openings) {
    expect(Date.parse(opening.end) - Date.parse(opening.start)).toBe(3_600_000)
    const assignments = opening.assignments.map(({ role, resourceId }) => ({ role, resourceId }))
    const moved = await desk.call(scheduling.moveAppointment, {
      appointmentId: visit.id,
      start: opening.start,
      assignments,
      reason: 'asked for it',
      version: (await desk.call(scheduling.readAppointment, { appointmentId: visit.id })).body.version,
    })
    expect(moved.status, opening.start).toBe(200)
  }
})
