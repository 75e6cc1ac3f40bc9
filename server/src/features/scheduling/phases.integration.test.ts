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

test('a visit in phases takes each resource for its own part, and moves with all of them or not at all', async () => {
  const { db } = t.riverside
  const siteId = await aSite(db)
  const [nurse, scanner, recovery] = [
    await aResource(db, { siteId }),
    await aResource(db, { siteId, kind: 'device' }),
    await aResource(db, { siteId, kind: 'room' }),
  ]
  const phases = [
    { name: 'prep', offsetMinutes: 0, durationMinutes: 15 },
    { name: 'scan', offsetMinutes: 15, durationMinutes: 45 },
    { name: 'rest', offsetMinutes: 60, durationMinutes: 20 },
  ]
  const roles = [
    { role: 'nurse', kind: 'practitioner' as const, candidates: [nurse], phase: 'prep' },
    { role: 'scanner', kind: 'device' as const, candidates: [scanner], phase: 'scan' },
    { role: 'recovery', kind: 'room' as const, candidates: [recovery], phase: 'rest' },
  ]
  const visitTypeId = await aVisitType(db, { name: 'MRI', durationMinutes: 80, roles, rules: { phases } })
  const restType = await aVisitType(db, {
    durationMinutes: 20,
    roles: [{ role: 'recovery', kind: 'room' as const, candidates: [recovery] }],
  })
  const desk = await t.riverside.as('coordinator')
  const patientId = await aPatient(db)
  const asked = { visitTypeId, siteId, from: '2026-12-09', to: '2026-12-09' }
  const [opening] = (await desk.call(scheduling.findOpenings, { ...asked, patientId })).body.openings
  const chosen = opening?.assignments.map(({ role, resourceId }) => ({ role, resourceId })) ?? []
  const place = { visitTypeId, siteId, start: opening?.start ?? '', assignments: chosen }
  const held = await desk.call(scheduling.holdOpening, { ...place, patientId })
  const booked = await desk.call(scheduling.bookAppointment, { ...place, patientId, holdId: held.body.id })
  expect(booked.status).toBe(200)
  const minutesFrom = (start: string) => async () => {
    const { body } = await desk.call(scheduling.readAppointment, { appointmentId: booked.body.id })
    const after = (instant: string) => (Date.parse(instant) - Date.parse(start)) / 60_000
    return body.assignments
      .map(({ role, start: from, end }) => [role, after(from), after(end)])
      .toSorted((a, b) => String(a[0]).localeCompare(String(b[0])))
  }
  const parts = [
    ['nurse', 0, 15],
    ['recovery', 60, 80],
    ['scanner', 15, 60],
  ]
  expect(await minutesFrom(place.start)()).toEqual(parts)

  // Only the room to rest in is taken at the other time: nothing moves.
  const other = new Date(Date.parse(place.start) + 2 * 3_600_000).toISOString().replace('.000Z', 'Z')
  const rest = new Date(Date.parse(other) + 3_600_000).toISOString().replace('.000Z', 'Z')
  const taken = await desk.call(scheduling.bookAppointment, {
    visitTypeId: restType,
    siteId,
    start: rest,
    assignments: [{ role: 'recovery', resourceId: recovery }],
    patientId: await aPatient(db),
  })
  expect(taken.status).toBe(200)
  const move = { appointmentId: booked.body.id, start: other, assignments: chosen, reason: 'later', version: 1 }
  expect((await desk.call(scheduling.moveAppointment, move)).refusal).toMatchObject({ reason: 'opening-taken' })
  expect(await minutesFrom(place.start)()).toEqual(parts)
  const free = new Date(Date.parse(other) + 3_600_000).toISOString().replace('.000Z', 'Z')
  expect((await desk.call(scheduling.moveAppointment, { ...move, start: free })).status).toBe(200)
  expect(await minutesFrom(free)()).toEqual(parts)
})
