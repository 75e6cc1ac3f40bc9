import { practice, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'

let t: TestApp
let senior: TestClient
let siteId: string
let educator: string
let course: string
let talk: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  siteId = await aSite(db)
  educator = await aResource(db, { siteId, name: 'Educator Ruiz' })
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [educator] }]
  course = await aVisitType(db, { name: 'Diabetes course', durationMinutes: 60, roles, rules: { seats: 8 } })
  talk = await aVisitType(db, { name: 'Talk', durationMinutes: 60, roles })
  senior = await t.riverside.as('senior')
})
afterAll(() => t?.stop())

const place = (start: string, visitTypeId = course) => ({
  visitTypeId,
  siteId,
  start,
  assignments: [{ role: 'clinician', resourceId: educator }],
})
const dayOf = async (date: string) => (await senior.call(scheduling.readDay, { siteId, date })).body
async function removed(start: string, more: object = {}): Promise<string> {
  const { body } = await senior.call(scheduling.openGroup, { ...place(start), ...more })
  expect((await senior.call(scheduling.removeGroup, { groupSessionId: body.id })).status).toBe(200)
  return body.id
}
const restore = (groupSessionId: string, client = senior) => client.call(scheduling.restoreGroup, { groupSessionId })

test('a group that was removed is nowhere, and is the same once that is taken back', async () => {
  const start = '2026-12-08T15:00:00Z'
  const { body: opened } = await senior.call(scheduling.openGroup, { ...place(start), seats: 5 })
  await senior.call(scheduling.closeGroup, { groupSessionId: opened.id, closed: true, version: 1 })
  const before = (await dayOf('2026-12-08')).groups
  await senior.call(scheduling.removeGroup, { groupSessionId: opened.id })
  expect((await dayOf('2026-12-08')).groups).toEqual([])
  const gone = { groupSessionId: opened.id }
  expect((await senior.call(scheduling.removeGroup, gone)).status).toBe(404)
  expect((await senior.call(scheduling.closeGroup, { ...gone, closed: false, version: 3 })).status).toBe(404)
  const patientId = await aPatient(t.riverside.db)
  expect((await senior.call(scheduling.joinGroup, { ...gone, patientId })).status).toBe(404)

  const answer = await restore(opened.id)
  expect([answer.status, answer.body]).toEqual([200, { id: opened.id, version: 4 }])
  expect((await dayOf('2026-12-08')).groups).toEqual(before.map((one) => ({ ...one, version: 4 })))
  expect((await senior.call(scheduling.openGroup, place(start))).refusal.reason).toBe('opening-taken')
  expect((await restore(opened.id)).refusal).toEqual({ reason: 'not-removed' })
})

test('where somebody else has the time by now it stays removed', async () => {
  const groupSessionId = await removed('2026-12-09T15:00:00Z')
  const patientId = await aPatient(t.riverside.db)
  const visit = await senior.call(scheduling.bookAppointment, { ...place('2026-12-09T15:30:00Z', talk), patientId })
  expect(visit.status).toBe(200)
  const answer = await restore(groupSessionId)
  expect([answer.status, answer.refusal]).toEqual([409, { reason: 'opening-taken' }])
  expect((await dayOf('2026-12-09')).groups).toEqual([])
})

test('removed and brought back at once by two, it is there once', async () => {
  const groupSessionId = await removed('2026-12-10T15:00:00Z')
  const answers = await Promise.all([restore(groupSessionId), restore(groupSessionId)])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect((await dayOf('2026-12-10')).groups).toHaveLength(1)
})

test('what was overridden when it was opened stays so; a rule that says no only now is named', async () => {
  const outside = { start: '2026-12-11T03:00:00Z' }
  const overrides = { rules: ['outside-hours' as const], reason: 'Evening course' }
  const evening = await removed(outside.start, { overrides })
  expect((await restore(evening)).status).toBe(200)

  const noon = await removed('2026-12-15T15:00:00Z')
  const manager = await t.riverside.as('manager')
  const away = { resourceId: educator, date: '2026-12-15', startMinute: 0, endMinute: 1440, reason: 'Training' }
  expect((await manager.call(practice.addException, { ...away, kind: 'closed' })).status).toBe(200)
  const answer = await restore(noon)
  expect(answer.refusal).toMatchObject({ reason: 'no-longer-possible', why: 'outside-hours' })
})

test('another organization has no such group, and the desk does not bring it back', async () => {
  const groupSessionId = await removed('2026-12-16T15:00:00Z')
  expect((await restore(groupSessionId, await t.lakeside.as('senior'))).status).toBe(404)
  expect((await restore(groupSessionId, await t.riverside.as('coordinator'))).status).toBe(403)
})
