import { scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'

let t: TestApp
let desk: TestClient
let senior: TestClient
let siteId: string
let doctor: string
let visit: string
let course: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  siteId = await aSite(db)
  doctor = await aResource(db, { siteId })
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [doctor] }]
  visit = await aVisitType(db, { durationMinutes: 20, roles })
  course = await aVisitType(db, { durationMinutes: 60, roles, rules: { seats: 5 } })
  desk = await t.riverside.as('coordinator')
  senior = await t.riverside.as('senior')
})
afterAll(() => t?.stop())

const at = (start: string, visitTypeId = visit) => ({
  visitTypeId,
  siteId,
  start,
  assignments: [{ role: 'clinician', resourceId: doctor }],
})
const book = async (who: TestClient, start: string) =>
  who.call(scheduling.bookAppointment, { ...at(start), patientId: await aPatient(t.riverside.db) })
async function overtaken(start: string) {
  const { status, refusal } = await book(desk, start)
  expect(status).toBe(409)
  if (refusal.reason !== 'opening-taken') throw new Error(refusal.reason)
  return refusal.overtaken
}

test('whoever comes second is told who took the time, for what, and when; nobody is told for whom', async () => {
  const booked = await book(senior, '2026-12-08T15:00:00Z')
  t.clock.set('2026-11-22T15:00:30Z')
  const told = await overtaken('2026-12-08T15:10:00Z')
  expect(told).toEqual({
    by: 'visit',
    resourceId: doctor,
    start: '2026-12-08T15:00:00Z',
    end: '2026-12-08T15:20:00Z',
    since: expect.stringMatching(/^2026-11-22T15:00:/),
    secondsAgo: expect.any(Number),
    until: null,
    staffName: expect.stringMatching(/./),
  })
  // The clock goes on meanwhile.
  expect(told?.secondsAgo).toBeGreaterThan(0)
  expect(told?.secondsAgo).toBeLessThanOrEqual(30)
  // A visit that was moved there is there since then.
  t.clock.set('2026-11-22T15:04:00Z')
  const move = { ...at('2026-12-09T15:00:00Z'), appointmentId: booked.body.id, reason: 'asked', version: 1 }
  expect((await desk.call(scheduling.moveAppointment, move)).status).toBe(200)
  t.clock.set('2026-11-22T15:08:00Z')
  expect(await overtaken('2026-12-09T15:00:00Z')).toMatchObject({ since: expect.stringMatching(/^2026-11-22T15:04:/) })
})

test('a visit that is moved is not in its own way', async () => {
  const mine = await book(desk, '2026-12-10T15:00:00Z')
  await book(senior, '2026-12-10T15:20:00Z')
  const move = { ...at('2026-12-10T15:10:00Z'), appointmentId: mine.body.id, reason: 'later', version: 1 }
  const { refusal } = await desk.call(scheduling.moveAppointment, move)
  expect(refusal).toMatchObject({ reason: 'opening-taken', overtaken: { start: '2026-12-10T15:20:00Z' } })
})

test('a hold says until when, a group what it is, and one’s own hold is in nobody’s way', async () => {
  t.clock.set('2026-11-22T15:08:00Z')
  await senior.call(scheduling.holdOpening, at('2026-12-11T15:00:00Z'))
  const held = await overtaken('2026-12-11T15:00:00Z')
  expect(held).toMatchObject({
    by: 'hold',
    since: null,
    secondsAgo: null,
    until: expect.stringMatching(/^2026-11-22T15:13:/),
  })
  await senior.call(scheduling.openGroup, at('2026-12-14T15:00:00Z', course))
  expect(await overtaken('2026-12-14T15:20:00Z')).toMatchObject({
    by: 'group',
    since: expect.stringMatching(/^2026-11-22T15:08:/),
  })
})

test('a leg of a chain and an occurrence of a series say it as well', async () => {
  await book(senior, '2026-12-15T15:00:00Z')
  const patientId = await aPatient(t.riverside.db)
  const legs = [at('2026-12-15T14:00:00Z'), at('2026-12-15T15:00:00Z')]
  const chain = await desk.call(scheduling.bookChain, { patientId, name: 'Two', legs })
  expect(chain.refusal).toMatchObject({ leg: 1, why: 'opening-taken', overtaken: { by: 'visit', resourceId: doctor } })
  const rule = { unit: 'week' as const, every: 1, from: '2026-12-15', atMinute: 540, count: 1 }
  const occurrences = [{ occurrence: 0, start: '2026-12-15T15:00:00Z', assignments: legs[1]?.assignments ?? [] }]
  const series = await desk.call(scheduling.bookSeries, { visitTypeId: visit, siteId, patientId, rule, occurrences })
  expect(series.refusal).toMatchObject({ refused: [{ why: 'opening-taken', overtaken: { by: 'visit' } }] })
})
