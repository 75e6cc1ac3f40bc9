import { type CallInput, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSmallPractice, aVisitType, type SmallPractice } from '../../practice/testing.ts'

let t: TestApp
let p: SmallPractice
let desk: TestClient
let senior: TestClient
let doctor: string
let types: Record<'oneRoom' | 'interpreted', string>

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  p = await aSmallPractice(db)
  doctor = await aResource(db, { siteId: p.siteId })
  const clinician = { role: 'clinician', kind: 'practitioner' as const, candidates: [doctor, p.clinicians.okafor] }
  const room = await aResource(db, { siteId: p.siteId, kind: 'room' })
  types = {
    oneRoom: await aVisitType(db, { roles: [clinician, { role: 'room', kind: 'room', candidates: [room] }] }),
    interpreted: await aVisitType(db, {
      roles: [clinician, { role: 'interpreter', kind: 'interpreter', candidates: [p.interpreter] }],
    }),
  }
  desk = await t.riverside.as('coordinator')
  senior = await t.riverside.as('senior')
})
afterAll(() => t?.stop())

/** Clinicians work until 17:00 in Chicago, rooms until 19:00. */
const afterHours = '2026-12-08T23:10:00Z'

async function at(start: string, more: Partial<CallInput<typeof scheduling.openingAt>> = {}) {
  const wish = { visitTypeId: p.visitTypes.followUp, siteId: p.siteId, resourceId: p.clinicians.singh }
  return desk.call(scheduling.openingAt, { ...wish, start, ...more })
}
function holding({ body }: Awaited<ReturnType<typeof at>>, visitTypeId = p.visitTypes.followUp) {
  const assignments = body.assignments.map(({ role, resourceId }) => ({ role, resourceId }))
  return { visitTypeId, siteId: p.siteId, start: body.start, assignments }
}

test('after hours the opening is there, the rules say no, and who may books it with a reason', async () => {
  const opening = await at(afterHours)
  expect(opening.body).toMatchObject({
    start: afterHours,
    end: '2026-12-08T23:30:00Z',
    assignments: [
      { role: 'clinician', resourceId: p.clinicians.singh, start: afterHours, lane: 0 },
      { role: 'room', resourceId: p.rooms[0] },
    ],
  })
  const place = holding(opening)
  const rules = [{ rule: 'outside-hours', resourceId: p.clinicians.singh }]
  expect((await desk.call(scheduling.holdOpening, place)).refusal).toMatchObject({
    reason: 'outside-hours',
    rules: rules.map((one) => ({ ...one, mayOverride: false })),
  })
  const overrides = { rules: ['outside-hours' as const], reason: 'Her ride comes late' }
  expect((await desk.call(scheduling.holdOpening, { ...place, overrides })).status).toBe(409)
  const held = await senior.call(scheduling.holdOpening, { ...place, overrides })
  const patientId = await aPatient(t.riverside.db)
  const booking = { ...place, patientId, holdId: held.body.id, note: null, overrides }
  const booked = await senior.call(scheduling.bookAppointment, booking)
  expect(booked.status).toBe(200)

  // The room is taken from now on: whoever else is squeezed in then gets another.
  const next = await at(afterHours, { resourceId: p.clinicians.weiss })
  expect(next.body.assignments).toMatchObject([{ resourceId: p.clinicians.weiss }, { resourceId: p.rooms[1] }])
  // Whose own time is taken hears so when it is held.
  const again = await senior.call(scheduling.holdOpening, holding(await at(afterHours)))
  expect(again.refusal).toMatchObject({
    reason: 'opening-taken',
    rules: [{ rule: 'opening-taken', mayOverride: false }, { rule: 'outside-hours' }],
    overtaken: { resourceId: p.clinicians.singh },
  })
})

test('who or what is not wanted fills no role, but for whoever is named', async () => {
  const start = '2026-12-11T16:10:00Z'
  const withoutIds = [p.clinicians.singh, p.rooms[0] ?? '']
  const parts = (await at(start, { withoutIds })).body.assignments.map(({ resourceId }) => resourceId)
  expect(parts).toEqual([p.clinicians.singh, p.rooms[1]])
})

test('a start between the times that are offered needs no override at the desk', async () => {
  const opening = await at('2026-12-09T15:07:00Z')
  const held = await desk.call(scheduling.holdOpening, holding(opening))
  expect(held.body).toMatchObject({ start: '2026-12-09T15:07:00Z' })
})

test('where nobody is free for a role that is said, and so is who may not take part', async () => {
  const visitTypeId = types.oneRoom
  const start = '2026-12-10T23:40:00Z'
  const first = await at(start, { visitTypeId, resourceId: doctor })
  const overrides = { rules: ['outside-hours' as const], reason: 'The last of the day' }
  const place = holding(first, visitTypeId)
  const patientId = await aPatient(t.riverside.db)
  const booking = { ...place, patientId, holdId: null, note: null, overrides }
  expect((await senior.call(scheduling.bookAppointment, booking)).status).toBe(200)
  const second = await at(start, { visitTypeId, resourceId: p.clinicians.okafor })
  expect(second.refusal).toEqual({ reason: 'nobody-free', role: 'room' })
  const stranger = await at(start, { visitTypeId, resourceId: p.clinicians.weiss })
  expect(stranger.refusal).toEqual({ reason: 'cannot-take-part', resourceId: p.clinicians.weiss })
})

test('of interpreters only those are chosen who speak the language of the patient', async () => {
  const wish = { visitTypeId: types.interpreted, resourceId: p.clinicians.okafor }
  const start = '2026-12-11T23:10:00Z'
  const speaking = async (language: string) =>
    at(start, { ...wish, patientId: await aPatient(t.riverside.db, { language }) })
  expect((await speaking('vi')).body.assignments).toMatchObject([{}, { resourceId: p.interpreter }])
  expect((await speaking('es')).refusal).toEqual({ reason: 'nobody-free', role: 'interpreter' })
})

test('another practice learns nothing of it', async () => {
  const other = await t.lakeside.as('senior')
  const wish = { visitTypeId: p.visitTypes.followUp, siteId: p.siteId, resourceId: p.clinicians.singh }
  expect((await other.call(scheduling.openingAt, { ...wish, start: afterHours })).problem).toBe('not-found')
})
