import { arrival, audit, patients, practice } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPatient } from '../../features/patients/testing.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp

beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t.stop())

async function lastEntry(action: string) {
  return t.riverside.db
    .selectFrom('audit_entry')
    .select(['outcome', 'patient_id', 'patient_ids', 'subject_id', 'reason'])
    .where('action', '=', action)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

test('what was denied and what was not understood name the patient too', async () => {
  const clinician = await t.riverside.as('clinician')
  const coordinator = await t.riverside.as('coordinator')
  const patientId = await aPatient(t.riverside.db)
  const check = { patientId, coverageId: t.clock.id(), source: 'card' as const }
  expect((await clinician.call(patients.checkCoverage, check)).problem).toBe('not-allowed')
  expect(await lastEntry('coverage.check')).toMatchObject({ outcome: 'problem:not-allowed', patient_id: patientId })
  const wrong = { ...check, source: 'rumour' as never }
  expect((await coordinator.call(patients.checkCoverage, wrong)).problem).toBe('not-understood')
  expect(await lastEntry('coverage.check')).toMatchObject({ outcome: 'problem:not-understood', patient_id: patientId })
})

test('the trail itself shows names, so reading it is a reading of those patients', async () => {
  const lead = await t.riverside.as('lead')
  const patientId = await aPatient(t.riverside.db)
  await lead.call(patients.readPatient, { patientId })
  const { entries } = (await lead.call(audit.listAudit, { action: 'patient.read' })).body
  expect(entries[0]?.patients[0]).toMatchObject({ id: patientId })
  expect((await lastEntry('audit.read'))?.patient_ids).toContain(patientId)
})

test('the names of those who share a phone are shown, and noted', async () => {
  const lead = await t.riverside.as('lead')
  const patientId = await aPatient(t.riverside.db, { phone: '+13125550177' })
  const other = await aPatient(t.riverside.db, { phone: '+13125550177' })
  expect((await lead.call(patients.readPatient, { patientId })).body.sharedPhoneWith).toHaveLength(1)
  expect(await lastEntry('patient.read')).toMatchObject({ patient_id: patientId, patient_ids: [other] })
})

test('a character that no table takes is not understood, and the attempt is noted all the same', async () => {
  const coordinator = await t.riverside.as('coordinator')
  const manager = await t.riverside.as('manager')
  const site = { name: 'No\u0000rth', timeZone: 'America/Chicago' }
  expect((await manager.call(practice.addSite, site)).problem).toBe('not-understood')
  const move = { appointmentId: t.clock.id(), to: 'arrived', from: 'booked', reason: 'late\u0000r' } as const
  await coordinator.call(arrival.moveVisit, move)
  expect(await lastEntry('visit.move')).toMatchObject({ outcome: 'problem:not-found', reason: 'later' })
})
