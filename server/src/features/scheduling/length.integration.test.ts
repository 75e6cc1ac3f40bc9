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

test('a visit is booked no shorter than its parts need and no longer than four times what its type says', async () => {
  const { db } = t.riverside
  const siteId = await aSite(db)
  const nurse = await aResource(db, { siteId })
  const doctor = await aResource(db, { siteId })
  const phases = [{ name: 'prep', offsetMinutes: 0, durationMinutes: 15 }]
  const roles = [
    { role: 'nurse', kind: 'practitioner' as const, candidates: [nurse], phase: 'prep' },
    { role: 'clinician', kind: 'practitioner' as const, candidates: [doctor] },
  ]
  const visitTypeId = await aVisitType(db, { durationMinutes: 40, roles, rules: { phases } })
  const desk = await t.riverside.as('coordinator')
  const assignments = [
    { role: 'nurse', resourceId: nurse },
    { role: 'clinician', resourceId: doctor },
  ]
  const book = async (durationMinutes: number) =>
    desk.call(scheduling.bookAppointment, {
      visitTypeId,
      siteId,
      start: '2026-12-08T16:00:00Z',
      assignments,
      patientId: await aPatient(db),
      durationMinutes,
    })
  const not = { reason: 'length-not-possible', least: 15, most: 160 }
  for (const minutes of [5, 14, 161]) expect((await book(minutes)).refusal, String(minutes)).toEqual(not)
  expect((await book(15)).body).toMatchObject({ start: '2026-12-08T16:00:00Z', end: '2026-12-08T16:15:00Z' })
})
