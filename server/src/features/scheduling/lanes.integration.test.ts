import { arrival, practice, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../practice/testing.ts'

let t: TestApp
let desk: TestClient
let senior: TestClient
let siteId: string
/** Six chairs, and two more with a reason from 13:00. */
let chairs: string
let infusion: string
/** Works 08:00 to 12:00, one more over it with a reason; 15:00 to 16:00 for walk-ins. */
let nurse: string
let talk: string
let capped: string
let adults: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  siteId = await aSite(db)
  chairs = await aResource(db, {
    siteId,
    kind: 'room',
    name: 'Chairs',
    lanes: 6,
    hours: [
      { weekday: 2, startMinute: 480, endMinute: 780 },
      { weekday: 2, startMinute: 780, endMinute: 1020, overbook: 2 },
    ],
  })
  nurse = await aResource(db, {
    siteId,
    name: 'Nurse Bell',
    hours: [
      { weekday: 2, startMinute: 480, endMinute: 600, overbook: 1 },
      { weekday: 2, startMinute: 600, endMinute: 720, capacity: 2 },
      { weekday: 2, startMinute: 900, endMinute: 960, walkIn: true },
      { weekday: 7, startMinute: 960, endMinute: 1020, walkIn: true },
    ],
  })
  const roles = [{ role: 'room', kind: 'room' as const, candidates: [chairs] }]
  const withNurse = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [nurse] }]
  infusion = await aVisitType(db, { name: 'Infusion', durationMinutes: 60, roles })
  talk = await aVisitType(db, { name: 'Talk', durationMinutes: 30, roles: withNurse })
  capped = await aVisitType(db, { name: 'Capped', durationMinutes: 60, roles, rules: { caps: { perDay: 2 } } })
  adults = await aVisitType(db, { name: 'Adults', durationMinutes: 60, roles, rules: { patient: { minAge: 18 } } })
  desk = await t.riverside.as('coordinator')
  senior = await t.riverside.as('senior')
})
afterAll(() => t?.stop())

const inChairs = (start: string, visitTypeId = infusion) => ({
  visitTypeId,
  siteId,
  start,
  assignments: [{ role: 'room', resourceId: chairs }],
})
const withNurse = (start: string) => ({
  visitTypeId: talk,
  siteId,
  start,
  assignments: [{ role: 'clinician', resourceId: nurse }],
})
const patients = (count: number) =>
  Promise.all(Array.from({ length: count }, () => aPatient(t.riverside.db, { birth_date: '1961-03-14' })))
async function bookAll(client: TestClient, wish: ReturnType<typeof inChairs>, count: number) {
  const people = await patients(count)
  return Promise.all(people.map((patientId) => client.call(scheduling.bookAppointment, { ...wish, patientId })))
}
const lanesAt = async (start: string) =>
  (
    await t.riverside.db
      .selectFrom('allocation as a')
      .innerJoin('appointment as v', 'v.id', 'a.appointment_id')
      .select('a.lane')
      .where('v.starts_at', '=', start)
      .orderBy('a.lane')
      .execute()
  ).map(({ lane }) => lane)

test('six lanes take exactly six of twenty who book at once', async () => {
  const answers = await bookAll(desk, inChairs('2026-12-08T15:00:00Z'), 20)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(6)
  for (const { status, refusal } of answers.filter((one) => one.status !== 200)) {
    expect([status, refusal.reason]).toEqual([409, 'opening-taken'])
    if (refusal.reason === 'opening-taken') expect(refusal.next).toHaveLength(3)
  }
  expect(await lanesAt('2026-12-08T15:00:00Z')).toEqual([0, 1, 2, 3, 4, 5])
})

test('holds take lanes too, and the seventh is not held', async () => {
  const roles = ['junior', 'coordinator', 'senior', 'lead', 'manager'] as const
  await bookAll(desk, inChairs('2026-12-15T15:00:00Z'), 2)
  const held = await Promise.all(
    roles.map(async (role) =>
      (await t.riverside.as(role)).call(scheduling.holdOpening, inChairs('2026-12-15T15:00:00Z')),
    ),
  )
  expect(held.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 200, 409])
})

test('a block and another’s hold are in the way of what looks at lanes', async () => {
  const manager = await t.riverside.as('manager')
  await manager.call(practice.blockTime, {
    resourceIds: [chairs],
    date: '2027-01-05',
    startMinute: 480,
    endMinute: 540,
    reason: 'Cleaning',
  })
  const [closed] = await bookAll(desk, inChairs('2027-01-05T14:00:00Z'), 1)
  expect(closed?.refusal).toMatchObject({ reason: 'opening-taken', rules: [{ rule: 'opening-taken' }] })
})

test('over the lanes books who may, with a reason, within the limit; the visit says why it was possible', async () => {
  const start = '2026-12-08T20:00:00Z'
  await bookAll(desk, inChairs(start), 6)
  const [refused] = await bookAll(desk, inChairs(start), 1)
  expect(refused?.refusal).toMatchObject({ reason: 'opening-taken' })
  if (refused?.refusal.reason === 'opening-taken')
    expect(refused.refusal.rules).toMatchObject([{ rule: 'overbook', lanes: 6, most: 2, mayOverride: false }])

  const overrides = { rules: ['overbook' as const], reason: 'Dr. Singh asked for it' }
  const [nobody, one, two, third] = await patients(4)
  const over = (client: TestClient, patientId = '') =>
    client.call(scheduling.bookAppointment, { ...inChairs(start), patientId, overrides })
  expect((await over(desk, nobody)).status).toBe(409)
  const booked = await over(senior, one)
  expect([booked.status, (await over(senior, two)).status, (await over(senior, third)).status]).toEqual([200, 200, 409])
  expect(await lanesAt(start)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])

  const { why } = (await desk.call(scheduling.readAppointment, { appointmentId: booked.body.id })).body
  expect(why.find(({ rule }) => rule === 'overbook')).toMatchObject({
    verdict: 'not-met',
    lane: 6,
    overriddenBecause: 'Dr. Singh asked for it',
  })
  expect(why.map(({ rule }) => rule)).toContain('outside-hours')
})

test('outside the hours books who may, with a reason', async () => {
  const start = '2026-12-08T04:00:00Z'
  const [patientId = ''] = await patients(1)
  const wish = { ...inChairs(start), patientId }
  const asked = await senior.call(scheduling.bookAppointment, wish)
  expect(asked.refusal).toMatchObject({
    reason: 'outside-hours',
    rules: [{ rule: 'outside-hours', verdict: 'not-met', mayOverride: true }],
  })
  const overrides = { rules: ['outside-hours' as const], reason: 'Emergency' }
  expect((await desk.call(scheduling.bookAppointment, { ...wish, overrides })).status).toBe(409)
  const booked = await senior.call(scheduling.bookAppointment, { ...wish, overrides })
  expect(booked.status).toBe(200)

  const { assignments } = wish
  const change = { appointmentId: booked.body.id, assignments, reason: 'The ride is late' }
  const moved = await senior.call(scheduling.moveAppointment, { ...change, start: '2026-12-29T20:00:00Z', version: 1 })
  expect(moved.body.setAside).toEqual(['outside-hours'])
  const again = await senior.call(scheduling.moveAppointment, { ...change, start: '2026-12-29T20:30:00Z', version: 2 })
  expect([again.status, again.body.setAside]).toEqual([200, undefined])
})

test('a capacity counts what begins in the session', async () => {
  const times = ['2026-12-08T16:00:00Z', '2026-12-08T16:30:00Z', '2026-12-08T17:00:00Z']
  const statuses: string[] = []
  for (const start of times) {
    const [answer] = await bookAll(desk, withNurse(start), 1)
    statuses.push(answer?.refusal?.reason ?? 'booked')
  }
  expect(statuses).toEqual(['booked', 'booked', 'session-full'])
})

test('a cap of the day holds also for those who book at once, at different times', async () => {
  const starts = ['14:00', '15:00', '16:00', '17:00', '18:00'].map((time) => `2026-12-22T${time}:00Z`)
  const people = await patients(starts.length)
  const answers = await Promise.all(
    starts.map((start, index) =>
      desk.call(scheduling.bookAppointment, { ...inChairs(start, capped), patientId: people[index] ?? '' }),
    ),
  )
  const reasons = answers.map(({ refusal }) => refusal?.reason ?? 'booked').toSorted()
  expect(reasons).toEqual(['booked', 'booked', 'cap', 'cap', 'cap'])
})

test('the visit type says for whom it is', async () => {
  const patientId = await aPatient(t.riverside.db, { birth_date: '2015-03-14' })
  const child = await desk.call(scheduling.bookAppointment, {
    ...inChairs('2026-12-08T14:00:00Z', adults),
    patientId,
  })
  expect(child.refusal).toMatchObject({ reason: 'age', age: 11, minAge: 18 })
  const wish = { visitTypeId: adults, siteId, from: '2026-12-08', to: '2026-12-08' }
  const found = async (who: string | null): Promise<number> =>
    (await desk.call(scheduling.findOpenings, { ...wish, patientId: who })).body.openings.length
  expect([await found(patientId), (await found(null)) > 0]).toEqual([0, true])
  const [grown] = await bookAll(desk, inChairs('2026-12-08T14:00:00Z', adults), 1)
  expect(grown?.status).toBe(200)
})

test('time for walk-ins is for those who came without an appointment, on the day itself', async () => {
  const wish = withNurse('2026-12-08T21:00:00Z')
  const [patientId = ''] = await patients(1)
  const ahead = await desk.call(scheduling.bookAppointment, { ...wish, patientId })
  expect(ahead.refusal).toMatchObject({ reason: 'walk-in-only' })
  const dayBefore = await desk.call(scheduling.bookAppointment, { ...wish, patientId, walkIn: true })
  expect(dayBefore.refusal).toMatchObject({ reason: 'walk-in-only' })
  const here = { ...withNurse('2026-11-22T22:00:00Z'), patientId, walkIn: true }
  const came = await desk.call(scheduling.bookAppointment, here)
  expect(came.status).toBe(200)
  const read = await desk.call(scheduling.readAppointment, { appointmentId: came.body.id })
  expect(read.body.walkIn).toBe(true)
})

test('a cancellation is taken back as far as the rules allow it by now, and what was overridden stays so', async () => {
  const undo = (appointmentId: string) => desk.call(arrival.undoVisit, { appointmentId, from: 'cancelled' })
  const cancel = (appointmentId: string) =>
    desk.call(scheduling.cancelAppointment, { appointmentId, reason: 'patient', version: 1 })
  const [first] = await bookAll(desk, withNurse('2026-12-22T16:00:00Z'), 1)
  await bookAll(desk, withNurse('2026-12-22T16:30:00Z'), 1)
  const id = first?.body.id ?? ''
  await cancel(id)
  const [third] = await bookAll(desk, withNurse('2026-12-22T17:00:00Z'), 1)
  const full = await undo(id)
  expect(full.refusal).toMatchObject({
    reason: 'no-longer-possible',
    why: 'session-full',
    rules: [{ rule: 'session-full', capacity: 2, booked: 2, mayOverride: false }],
  })
  await cancel(third?.body.id ?? '')
  expect((await undo(id)).status).toBe(200)

  // In the lane beyond, which somebody had a reason for.
  await bookAll(desk, withNurse('2026-12-22T14:00:00Z'), 1)
  const overrides = { rules: ['overbook' as const], reason: 'Twins' }
  const [patientId = ''] = await patients(1)
  const wish = { ...withNurse('2026-12-22T14:00:00Z'), patientId, overrides }
  const { body } = await senior.call(scheduling.bookAppointment, wish)
  await cancel(body.id)
  expect((await undo(body.id)).status).toBe(200)
})

test('a visit is made longer where there is room, keeps that when it moves, and has its limits', async () => {
  const [booked] = await bookAll(desk, withNurse('2026-12-15T14:00:00Z'), 1)
  const appointmentId = booked?.body.id ?? ''
  const assignments = [{ role: 'clinician', resourceId: nurse }]
  const change = { appointmentId, assignments, reason: 'Needs more time', start: '2026-12-15T14:00:00Z' }
  const longer = await desk.call(scheduling.moveAppointment, { ...change, version: 1, durationMinutes: 45 })
  expect(longer.body).toMatchObject({ end: '2026-12-15T14:45:00Z', version: 2 })
  const moved = await desk.call(scheduling.moveAppointment, { ...change, start: '2026-12-15T15:00:00Z', version: 2 })
  expect(moved.body).toMatchObject({ end: '2026-12-15T15:45:00Z', version: 3 })
  const endless = await desk.call(scheduling.moveAppointment, { ...change, version: 3, durationMinutes: 400 })
  expect(endless.refusal).toEqual({ reason: 'length-not-possible', least: 5, most: 120 })
  await bookAll(desk, withNurse('2026-12-15T14:30:00Z'), 1)
  const inTheWay = await desk.call(scheduling.moveAppointment, { ...change, version: 3, durationMinutes: 45 })
  expect(inTheWay.refusal.reason).toBe('opening-taken')
})

test('events say which time changed hands', async () => {
  const [booked] = await bookAll(desk, inChairs('2026-12-29T15:00:00Z'), 1)
  const appointmentId = booked?.body.id ?? ''
  const assignments = [{ role: 'room', resourceId: chairs }]
  await desk.call(scheduling.moveAppointment, {
    appointmentId,
    assignments,
    reason: 'Later',
    start: '2026-12-29T16:00:00Z',
    version: 1,
  })
  await desk.call(scheduling.cancelAppointment, { appointmentId, reason: 'patient', version: 2 })
  const rows = await t.riverside.db.selectFrom('outbox').select(['type', 'payload']).orderBy('id').execute()
  const told = rows.filter(({ payload }) => JSON.stringify(payload).includes(appointmentId))
  const range = (from: string, until: string) => [chairs, Date.parse(from), Date.parse(until)]
  const [early, late] = [
    range('2026-12-29T15:00:00Z', '2026-12-29T16:00:00Z'),
    range('2026-12-29T16:00:00Z', '2026-12-29T17:00:00Z'),
  ]
  expect(told).toMatchObject([
    { type: 'appointment.booked', payload: { taken: [early] } },
    { type: 'appointment.moved', payload: { taken: [early, late] } },
    { type: 'appointment.cancelled', payload: { taken: [late] } },
  ])
})
