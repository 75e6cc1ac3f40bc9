import { arrival, scheduling } from '@foyer/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'

let t: TestApp
let desk: TestClient
let senior: TestClient
let siteId: string
let educator: string
let course: string
let soon: string
let talk: string
let doctor: string
let elsewhere: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  siteId = await aSite(db)
  educator = await aResource(db, { siteId, name: 'Educator Ruiz' })
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [educator] }]
  course = await aVisitType(db, { name: 'Diabetes course', durationMinutes: 60, roles, rules: { seats: 8 } })
  soon = await aVisitType(db, { durationMinutes: 60, roles, rules: { seats: 8, leadMinutes: 2880 } })
  talk = await aVisitType(db, { name: 'Talk', durationMinutes: 60, roles })
  doctor = await aResource(db, { siteId })
  elsewhere = await aVisitType(db, { roles: [{ role: 'clinician', kind: 'practitioner', candidates: [doctor] }] })
  desk = await t.riverside.as('coordinator')
  senior = await t.riverside.as('senior')
})
afterAll(() => t?.stop())

const at = (start: string, visitTypeId = course) => ({
  visitTypeId,
  siteId,
  start,
  assignments: [{ role: 'clinician', resourceId: educator }],
})
const patients = (count: number) => Promise.all(Array.from({ length: count }, () => aPatient(t.riverside.db)))
const join = (groupSessionId: string, patientId: string) =>
  desk.call(scheduling.joinGroup, { groupSessionId, patientId })
async function open(start: string): Promise<string> {
  const opened = await senior.call(scheduling.openGroup, at(start))
  expect(opened.status).toBe(200)
  return opened.body.id
}

test('eight seats take exactly eight of twenty who want one at once', async () => {
  const groupId = await open('2026-12-08T15:00:00Z')
  const other = await open('2026-12-09T15:00:00Z')
  const answers = await Promise.all((await patients(20)).map((patientId) => join(groupId, patientId)))
  const joined = answers.filter(({ status }) => status === 200)
  expect(joined.map(({ body }) => body.seat).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  for (const { status, refusal } of answers.filter((one) => one.status !== 200))
    expect([status, refusal]).toEqual([
      409,
      {
        reason: 'group-full',
        seats: 8,
        next: [{ groupSessionId: other, start: '2026-12-09T15:00:00Z', seatsLeft: 8 }],
      },
    ])
})

test('a seat that is given back is the next one’s; the day shows how many are taken', async () => {
  const groupId = await open('2026-12-10T15:00:00Z')
  const [first = '', second = '', third = ''] = await patients(3)
  const one = await join(groupId, first)
  await join(groupId, second)
  await desk.call(scheduling.cancelAppointment, { appointmentId: one.body.id, reason: 'transport', version: 1 })
  expect((await join(groupId, third)).body.seat).toBe(1)
  const { body } = await desk.call(scheduling.readDay, { siteId, date: '2026-12-10' })
  expect(body.groups).toMatchObject([{ id: groupId, seats: 8, taken: 2, closed: false }])
})

test('who came without an appointment is not told that it is too soon, and the seat says how they came', async () => {
  const { body: group } = await senior.call(scheduling.openGroup, at('2026-11-23T15:00:00Z', soon))
  const seatOf = async (walkIn: boolean) => {
    const patientId = await aPatient(t.riverside.db)
    const { body } = await desk.call(scheduling.joinGroup, { groupSessionId: group.id, patientId, walkIn })
    return (await desk.call(scheduling.readAppointment, { appointmentId: body.id })).body
  }
  const [came, called] = [await seatOf(true), await seatOf(false)]
  const soonest = (why: typeof came.why) => why.filter(({ rule }) => rule === 'too-soon')
  expect([came.walkIn, soonest(came.why)]).toEqual([true, []])
  expect([called.walkIn, soonest(called.why)]).toEqual([false, [expect.objectContaining({ verdict: 'not-met' })]])
})

test('nobody sits in a group twice, or is in two places', async () => {
  const groupId = await open('2026-12-11T15:00:00Z')
  const [patientId = '', busy = ''] = await patients(2)
  const before = await join(groupId, patientId)
  expect((await join(groupId, patientId)).refusal).toEqual({ reason: 'already-in-it', appointmentId: before.body.id })
  const visit = await desk.call(scheduling.bookAppointment, {
    ...at('2026-12-11T15:20:00Z', elsewhere),
    assignments: [{ role: 'clinician', resourceId: doctor }],
    patientId: busy,
  })
  expect((await join(groupId, busy)).refusal).toEqual({
    reason: 'patient-busy',
    appointmentId: visit.body.id,
    start: '2026-12-11T15:20:00Z',
  })
})

test('a group takes the time of its people, and only types with seats are opened as groups', async () => {
  await open('2026-12-14T15:00:00Z')
  const again = await senior.call(scheduling.openGroup, at('2026-12-14T15:30:00Z'))
  expect([again.status, again.refusal.reason]).toEqual([409, 'opening-taken'])
  expect((await senior.call(scheduling.openGroup, at('2026-12-15T15:00:00Z', talk))).refusal.reason).toBe(
    'not-for-groups',
  )
  expect((await desk.call(scheduling.openGroup, at('2026-12-16T15:00:00Z'))).status).toBe(403)
})

test('a closed group takes nobody until it is opened again; one without people is given back', async () => {
  const groupSessionId = await open('2026-12-17T15:00:00Z')
  const [patientId = ''] = await patients(1)
  const closed = await senior.call(scheduling.closeGroup, { groupSessionId, closed: true, version: 1 })
  expect(closed.body).toEqual({ id: groupSessionId, closed: true, version: 2 })
  expect((await join(groupSessionId, patientId)).refusal.reason).toBe('group-closed')
  const late = await senior.call(scheduling.closeGroup, { groupSessionId, closed: false, version: 1 })
  expect(late.refusal).toEqual({ reason: 'changed-meanwhile', version: 2 })
  await senior.call(scheduling.closeGroup, { groupSessionId, closed: false, version: 2 })
  expect((await join(groupSessionId, patientId)).status).toBe(200)
  expect((await senior.call(scheduling.removeGroup, { groupSessionId })).refusal).toEqual({
    reason: 'seats-booked',
    count: 1,
  })
  const empty = await open('2026-12-18T15:00:00Z')
  expect((await senior.call(scheduling.removeGroup, { groupSessionId: empty })).status).toBe(200)
  await open('2026-12-18T15:00:00Z')
})

const giveBack = (appointmentId: string) =>
  desk.call(scheduling.cancelAppointment, { appointmentId, reason: 'patient', version: 1 })
const takeBack = (appointmentId: string) =>
  desk.call(arrival.undoVisit, { appointmentId, from: 'cancelled', reason: 'Meant somebody else' })
const groupOn = async (date: string) => (await desk.call(scheduling.readDay, { siteId, date })).body.groups[0]

test('a seat that was given back is taken back: the same, else another, and refused where the group is full', async () => {
  const { body: small } = await senior.call(scheduling.openGroup, { ...at('2027-01-11T15:00:00Z'), seats: 2 })
  const [mine = '', second = '', third = ''] = await patients(3)
  const { id } = (await join(small.id, mine)).body
  await giveBack(id)
  expect((await takeBack(id)).status).toBe(200)
  expect((await desk.call(scheduling.readAppointment, { appointmentId: id })).body).toMatchObject({
    status: 'booked',
    seat: 1,
    groupSessionId: small.id,
  })

  const { version } = (await desk.call(scheduling.readAppointment, { appointmentId: id })).body
  await desk.call(scheduling.cancelAppointment, { appointmentId: id, reason: 'patient', version })
  expect((await join(small.id, second)).body.seat).toBe(1)
  expect((await takeBack(id)).status).toBe(200)
  expect((await desk.call(scheduling.readAppointment, { appointmentId: id })).body.seat).toBe(2)

  const again = (await desk.call(scheduling.readAppointment, { appointmentId: id })).body.version
  await desk.call(scheduling.cancelAppointment, { appointmentId: id, reason: 'patient', version: again })
  expect((await join(small.id, third)).body.seat).toBe(2)
  const refused = await takeBack(id)
  expect([refused.status, refused.refusal]).toEqual([409, { reason: 'opening-taken' }])
  expect(await groupOn('2027-01-11')).toMatchObject({ taken: 2 })
})

test('of two seats taken back at once where one is left, one is', async () => {
  const { body: small } = await senior.call(scheduling.openGroup, { ...at('2027-01-13T15:00:00Z'), seats: 2 })
  const [a = '', b = '', c = ''] = await patients(3)
  const [first, second] = [(await join(small.id, a)).body.id, (await join(small.id, b)).body.id]
  await Promise.all([giveBack(first), giveBack(second)])
  await join(small.id, c)
  const answers = await Promise.all([takeBack(first), takeBack(second)])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
})

test('a group that takes nobody else gives a seat back to whoever had it', async () => {
  const groupSessionId = await open('2027-01-14T15:00:00Z')
  const [patientId = ''] = await patients(1)
  const { id } = (await join(groupSessionId, patientId)).body
  await senior.call(scheduling.closeGroup, { groupSessionId, closed: true, version: 1 })
  await giveBack(id)
  expect((await takeBack(id)).status).toBe(200)
})

test('a seat of a group that is gone is not taken back: nobody would be there', async () => {
  const groupSessionId = await open('2027-01-12T15:00:00Z')
  const [patientId = ''] = await patients(1)
  const { id: appointmentId } = (await join(groupSessionId, patientId)).body
  await giveBack(appointmentId)
  expect((await senior.call(scheduling.removeGroup, { groupSessionId })).status).toBe(200)
  expect((await takeBack(appointmentId)).refusal).toEqual({ reason: 'opening-taken' })
  expect((await senior.call(scheduling.restoreGroup, { groupSessionId })).status).toBe(200)
  expect((await takeBack(appointmentId)).status).toBe(200)
  expect(await groupOn('2027-01-12')).toMatchObject({ id: groupSessionId, taken: 1 })
})

test('a group moves with everybody in it, all at once; each is told, and it moves back by the same way', async () => {
  const groupSessionId = await open('2026-12-21T15:00:00Z')
  const seated = await patients(3)
  const seats = await Promise.all(seated.map(async (patientId) => (await join(groupSessionId, patientId)).body))
  const later = '2026-12-22T16:00:00Z'
  expect(
    (await desk.call(scheduling.moveGroup, { groupSessionId, start: later, reason: 'x', version: 1 })).status,
  ).toBe(403)
  const order = { groupSessionId, start: later, reason: 'Ruiz is away', version: 1 }
  const moved = await senior.call(scheduling.moveGroup, order)
  expect(moved.body).toMatchObject({ start: later, end: '2026-12-22T17:00:00Z', people: 3, version: 2, remarks: [] })
  const read = async ({ id }: { id: string }) =>
    (await desk.call(scheduling.readAppointment, { appointmentId: id })).body
  for (const seat of seats) {
    const visit = await read(seat)
    expect(visit).toMatchObject({ start: later, status: 'booked', version: 2, seat: seat.seat })
  }
  const { body: old } = await desk.call(scheduling.readDay, { siteId, date: '2026-12-21' })
  const { body: now } = await desk.call(scheduling.readDay, { siteId, date: '2026-12-22' })
  expect([old.groups, now.groups.map(({ id, taken }) => [id, taken])]).toEqual([[], [[groupSessionId, 3]]])
  const told = await t.riverside.db
    .selectFrom('outbox')
    .select('id')
    .where('type', '=', 'appointment.moved')
    .where(sql<boolean>`payload ->> 'id' = any(${seats.map(({ id }) => id)})`)
    .execute()
  expect(told).toHaveLength(3)
  // The old time is free, and the new one is not.
  expect((await senior.call(scheduling.openGroup, at(later))).refusal.reason).toBe('opening-taken')
  const back = await senior.call(scheduling.moveGroup, { ...order, start: '2026-12-21T15:00:00Z', version: 2 })
  expect([back.status, (await read(seats[0]!)).start]).toEqual([200, '2026-12-21T15:00:00Z'])
  const stale = await senior.call(scheduling.moveGroup, order)
  expect(stale.refusal).toEqual({ reason: 'changed-meanwhile', version: 3 })
})

test('a group does not move where one of its people or its leader is elsewhere, or once it has begun', async () => {
  const groupSessionId = await open('2026-12-28T15:00:00Z')
  const [free = '', busy = ''] = await patients(2)
  const [one, two] = [(await join(groupSessionId, free)).body, (await join(groupSessionId, busy)).body]
  const visit = await desk.call(scheduling.bookAppointment, {
    ...at('2026-12-29T16:20:00Z', elsewhere),
    assignments: [{ role: 'clinician', resourceId: doctor }],
    patientId: busy,
  })
  expect(visit.status).toBe(200)
  const move = (start: string) =>
    senior.call(scheduling.moveGroup, { groupSessionId, start, reason: 'Room', version: 1 })
  expect((await move('2026-12-29T16:00:00Z')).refusal).toEqual({ reason: 'people-busy', appointmentIds: [two.id] })
  await open('2026-12-30T15:00:00Z')
  expect((await move('2026-12-30T15:30:00Z')).refusal.reason).toBe('opening-taken')
  // Nobody was moved by half.
  for (const { id } of [one, two])
    expect((await desk.call(scheduling.readAppointment, { appointmentId: id })).body).toMatchObject({
      start: '2026-12-28T15:00:00Z',
      version: 1,
    })
  await t.riverside.db.updateTable('appointment').set({ status: 'arrived' }).where('id', '=', one.id).execute()
  expect((await move('2026-12-31T15:00:00Z')).refusal).toEqual({ reason: 'people-arrived', count: 1 })
  expect(
    (
      await (
        await t.lakeside.as('manager')
      ).call(scheduling.moveGroup, {
        groupSessionId,
        start: '2026-12-31T15:00:00Z',
        reason: 'x',
        version: 1,
      })
    ).status,
  ).toBe(404)
})
