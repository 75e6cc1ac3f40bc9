import { scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'
import { anAppointment } from '../testing.ts'

let t: TestApp

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
})
afterAll(() => t?.stop())

/** A morning of three visits that is full, of people who missed so many of their last four visits. */
async function aFullMorning(missed: number) {
  const { db } = t.riverside
  const siteId = await aSite(db)
  const hours = [{ weekday: 2 as const, startMinute: 480, endMinute: 540, overbook: 1 }]
  const resourceId = await aResource(db, { siteId, hours })
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [resourceId] }]
  const visitTypeId = await aVisitType(db, { durationMinutes: 20, roles })
  const assignments = [{ role: 'clinician', resourceId }]
  for (const start of ['2026-12-08T14:00:00Z', '2026-12-08T14:20:00Z', '2026-12-08T14:40:00Z']) {
    const patientId = await aPatient(db)
    for (const week of [1, 2, 3, 4]) {
      const past = new Date(Date.parse(start) - (week + 30) * 7 * 86_400_000).toISOString().replace('.000Z', 'Z')
      const status = week <= missed ? 'no-show' : 'checked-out'
      await anAppointment(db, { siteId, visitTypeId, patientId, start: past, assignments: [], status })
    }
    await anAppointment(db, { siteId, visitTypeId, patientId, start, assignments })
  }
  return { visitTypeId, siteId, from: '2026-12-08', to: '2026-12-08' }
}

test('a session of people who often missed advises one more, one of people who came does not; only the sum is told', async () => {
  const [missing, coming] = [await aFullMorning(4), await aFullMorning(0)]
  const senior = await t.riverside.as('senior')
  const advice = async (wish: Awaited<ReturnType<typeof aFullMorning>>) => {
    const answer = await senior.call(scheduling.findOpenings, wish)
    expect(answer.status, answer.raw.toString()).toBe(200)
    const { near } = answer.body
    return near.find(({ code }) => code === 'overbook')?.advice
  }
  const often = await advice(missing)
  expect(often).toEqual({ advise: true, expectedMissed: expect.any(Number) })
  expect(often?.expectedMissed).toBeGreaterThan(1)
  const seldom = await advice(coming)
  expect(seldom?.advise).toBe(false)
  expect(seldom?.expectedMissed).toBeLessThan(1)
})
