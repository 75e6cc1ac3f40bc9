import { practice, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { aResource, aSite, aSmallPractice, aVisitType, type SmallPractice } from '../practice/testing.ts'
import { anAppointment } from './testing.ts'

let t: TestApp
let desk: TestClient
let p: SmallPractice
/** Works on Sundays from 01:00 to 05:00. */
let nightOwl: string
let nightVisit: string
let secondSite: string
/** Of the other organization. */
let closed: string
let site: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  p = await aSmallPractice(db)
  secondSite = await aSite(db, { name: 'Lakefront', timeZone: 'America/New_York' })
  const hours = [{ weekday: 7, startMinute: 60, endMinute: 300 }] as const
  nightOwl = await aResource(db, { siteId: p.siteId, name: 'Dr. Night', hours })
  nightVisit = await aVisitType(db, {
    roles: [{ role: 'clinician', kind: 'practitioner', candidates: [nightOwl] }],
    bufferAfterMinutes: 10,
  })
  closed = await aVisitType(t.lakeside.db, { active: false })
  site = await aSite(t.lakeside.db)
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t.stop())

function onOkafor(start: string, patientId?: string) {
  const assignments = [
    { role: 'clinician' as const, resourceId: p.clinicians.okafor },
    { role: 'room' as const, resourceId: p.rooms[0] },
  ]
  const place = { siteId: p.siteId, visitTypeId: p.visitTypes.followUp, start, assignments }
  return { ...place, ...(patientId === undefined ? {} : { patientId }) }
}

test('the day shows hours, visits, holds and blocks of the site, and how full everybody is', async () => {
  const { db } = t.riverside
  const patientId = await aPatient(db, { given: 'Rosa', family: 'Delgado', preferred: 'Rosie' })
  const visit = await anAppointment(db, onOkafor('2026-12-08T15:00:00Z', patientId))
  await anAppointment(db, { ...onOkafor('2026-12-08T16:00:00Z'), status: 'cancelled' })
  await anAppointment(db, onOkafor('2026-12-09T15:00:00Z'))
  const held = await desk.call(scheduling.holdOpening, onOkafor('2026-12-08T17:00:00Z'))
  const manager = await t.riverside.as('manager')
  const block = await manager.call(practice.blockTime, {
    resourceIds: [p.clinicians.okafor],
    date: '2026-12-08',
    startMinute: 780,
    endMinute: 1020,
    reason: 'Training',
  })
  expect([held.status, block.status]).toEqual([200, 200])

  const day = await desk.call(scheduling.readDay, { siteId: p.siteId, date: '2026-12-08' })
  expect(day.status).toBe(200)
  expect(day.body.timeZone).toBe('America/Chicago')
  expect(day.body.appointments).toEqual([
    expect.objectContaining({ id: visit.id, start: visit.start, end: visit.end, status: 'booked' }),
  ])
  const [shown] = day.body.appointments
  expect(shown?.patient).toMatchObject({
    id: patientId,
    name: { given: 'Rosa', family: 'Delgado', preferred: 'Rosie' },
    birthDate: '1961-03-14',
  })
  expect(shown?.patient.name).not.toHaveProperty('middle')
  expect(shown?.assignments.map(({ role, resourceId }) => ({ role, resourceId }))).toEqual(
    expect.arrayContaining([...visit.assignments]),
  )
  expect(day.body.holds).toHaveLength(2)
  expect(day.body.holds[0]).toMatchObject({ staffName: 'Test coordinator', start: '2026-12-08T17:00:00Z' })
  // Why is for those who manage schedules.
  expect(day.body.blocks).toMatchObject([{ resourceId: p.clinicians.okafor, reason: null }])
  expect(JSON.stringify(day.body)).not.toContain('Training')
  const told = await db.selectFrom('outbox').select('payload').where('type', '=', 'block.changed').execute()
  expect(told).not.toEqual([])
  expect(JSON.stringify(told)).not.toContain('Training')
  const whole = await manager.call(scheduling.readDay, { siteId: p.siteId, date: '2026-12-08' })
  expect(whole.body.blocks).toMatchObject([{ resourceId: p.clinicians.okafor, reason: 'Training' }])
  const okafor = day.body.resources.find(({ id }) => id === p.clinicians.okafor)
  expect(okafor?.open).toEqual([
    { start: '2026-12-08T14:00:00Z', end: '2026-12-08T18:00:00Z', startMinute: 480, endMinute: 720 },
    { start: '2026-12-08T19:00:00Z', end: '2026-12-08T23:00:00Z', startMinute: 780, endMinute: 1020 },
  ])
  // 40 of the 240 minutes that are not blocked.
  expect(okafor?.bookedPercent).toBe(17)

  const entry = await t.riverside.db
    .selectFrom('audit_entry')
    .select(['patient_ids', 'subject_id'])
    .where('action', '=', 'schedule.read')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  expect(entry).toEqual({ patient_ids: [patientId], subject_id: p.siteId })
})

test('holds that have run out are not shown', async () => {
  const held = await desk.call(scheduling.holdOpening, onOkafor('2026-12-10T15:00:00Z'))
  expect(held.status).toBe(200)
  const read = () => desk.call(scheduling.readDay, { siteId: p.siteId, date: '2026-12-10' })
  expect((await read()).body.holds).toHaveLength(2)
  t.clock.set(t.clock.now().add({ minutes: 6 }).toString())
  expect((await read()).body.holds).toEqual([])
})

test('a visit at another site shows where its people are from', async () => {
  const visit = await anAppointment(t.riverside.db, {
    siteId: secondSite,
    start: '2026-12-11T15:00:00Z',
    assignments: [{ role: 'interpreter', resourceId: p.interpreter }],
  })
  for (const siteId of [p.siteId, secondSite]) {
    const day = await desk.call(scheduling.readDay, { siteId, date: '2026-12-11' })
    expect(day.body.appointments.map(({ id }) => id)).toEqual([visit.id])
  }
})

test('days are those of the site: late in the evening it is tomorrow in UTC', async () => {
  const visit = await anAppointment(t.riverside.db, { siteId: p.siteId, start: '2026-12-16T03:00:00Z' })
  const ids = async (date: string) =>
    (await desk.call(scheduling.readDay, { siteId: p.siteId, date })).body.appointments.map(({ id }) => id)
  expect(await ids('2026-12-15')).toEqual([visit.id])
  expect(await ids('2026-12-16')).toEqual([])
})

test('the hour that is skipped: hours over it are an hour shorter, and it cannot be booked', async () => {
  const day = await desk.call(scheduling.readDay, { siteId: p.siteId, date: '2027-03-14' })
  expect(day.body.resources.find(({ id }) => id === nightOwl)?.open).toEqual([
    { start: '2027-03-14T07:00:00Z', end: '2027-03-14T10:00:00Z', startMinute: 60, endMinute: 300 },
  ])
  const found = await desk.call(scheduling.findOpenings, {
    visitTypeId: nightVisit,
    siteId: p.siteId,
    from: '2027-03-14',
    to: '2027-03-14',
    limit: 50,
  })
  const starts = found.body.openings.map(({ start }) => start).toSorted()
  // 01:00 to 01:50 and 03:00 to 04:30, every ten minutes.
  expect(starts.at(0)).toBe('2027-03-14T07:00:00Z')
  expect(starts.at(-1)).toBe('2027-03-14T09:30:00Z')
  expect(starts).toHaveLength(16)
  const booked = await desk.call(scheduling.bookAppointment, {
    visitTypeId: nightVisit,
    siteId: p.siteId,
    patientId: await aPatient(t.riverside.db),
    start: '2027-03-14T07:50:00Z',
    assignments: [{ role: 'clinician', resourceId: nightOwl }],
  })
  expect(booked.body).toMatchObject({ start: '2027-03-14T07:50:00Z', end: '2027-03-14T08:10:00Z' })
})

test('the hour that happens twice: 01:30 can be booked both times', async () => {
  const day = await desk.call(scheduling.readDay, { siteId: p.siteId, date: '2027-11-07' })
  expect(day.body.resources.find(({ id }) => id === nightOwl)?.open).toMatchObject([
    { start: '2027-11-07T06:00:00Z', end: '2027-11-07T11:00:00Z' },
  ])
  for (const start of ['2027-11-07T06:30:00Z', '2027-11-07T07:30:00Z']) {
    const booked = await desk.call(scheduling.bookAppointment, {
      visitTypeId: nightVisit,
      siteId: p.siteId,
      patientId: await aPatient(t.riverside.db),
      start,
      assignments: [{ role: 'clinician', resourceId: nightOwl }],
    })
    expect(booked.status).toBe(200)
  }
  const after = await desk.call(scheduling.readDay, { siteId: p.siteId, date: '2027-11-07' })
  expect(after.body.appointments.map(({ start }) => start)).toEqual(['2027-11-07T06:30:00Z', '2027-11-07T07:30:00Z'])
})

test('another organization’s site is not there', async () => {
  const stranger = await t.lakeside.as('coordinator')
  const day = await stranger.call(scheduling.readDay, { siteId: p.siteId, date: '2026-12-08' })
  expect(day.status).toBe(404)
})

test('openings avoid what is taken, know the usual clinician, and are ranked with reasons', async () => {
  const { db } = t.riverside
  const patientId = await aPatient(db)
  for (const start of ['2026-03-03T16:00:00Z', '2026-06-03T16:00:00Z'])
    await anAppointment(db, {
      patientId,
      siteId: p.siteId,
      visitTypeId: p.visitTypes.followUp,
      start,
      status: 'checked-out',
      assignments: [{ role: 'clinician', resourceId: p.clinicians.singh }],
    })
  await anAppointment(db, { ...onOkafor('2026-12-21T14:00:00Z', patientId) })
  const wish = { visitTypeId: p.visitTypes.followUp, siteId: p.siteId, patientId, from: '2026-12-21', to: '2026-12-21' }
  const found = await desk.call(scheduling.findOpenings, { ...wish, limit: 50, dayParts: ['morning'] })
  expect(found.status).toBe(200)
  expect(found.body.timeZone).toBe('America/Chicago')
  const { openings } = found.body
  expect(openings.length).toBeGreaterThan(10)
  // The patient is there from 08:00 to 08:20 already.
  expect(openings.every(({ start }) => start >= '2026-12-21T14:20:00Z' && start < '2026-12-21T18:00:00Z')).toBe(true)
  expect(openings[0]?.reasons).toContainEqual({ code: 'usual-clinician', resourceId: p.clinicians.singh })
  expect(openings[0]).not.toHaveProperty('score')

  const weiss = await desk.call(scheduling.findOpenings, { ...wish, clinicianIds: [p.clinicians.weiss] })
  const clinicians = weiss.body.openings.map((one) => one.assignments.find(({ role }) => role === 'clinician'))
  expect(new Set(clinicians.map((one) => one?.resourceId))).toEqual(new Set([p.clinicians.weiss]))

  const [entry] = await db
    .selectFrom('audit_entry')
    .select(['patient_id', 'outcome'])
    .where('action', '=', 'openings.find')
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
  expect(entry).toEqual({ patient_id: patientId, outcome: 'ok' })
})

test('a search that names nobody shows nothing of anybody and leaves no entry; for a visit that is moved it does', async () => {
  const { db } = t.riverside
  const entries = async () =>
    db.selectFrom('audit_entry').select('patient_id').where('action', '=', 'openings.find').orderBy('id').execute()
  const before = await entries()
  const wish = { visitTypeId: p.visitTypes.followUp, siteId: p.siteId, from: '2026-12-22', to: '2026-12-22' }
  await desk.call(scheduling.findOpenings, wish)
  expect(await entries()).toEqual(before)
  const patientId = await aPatient(db)
  const visit = await anAppointment(db, { ...onOkafor('2026-12-22T14:00:00Z', patientId) })
  await desk.call(scheduling.findOpenings, { ...wish, movingId: visit.id })
  expect((await entries()).slice(before.length)).toEqual([{ patient_id: patientId }])
})

test('a day without openings names the next one later', async () => {
  const found = await desk.call(scheduling.findOpenings, {
    visitTypeId: p.visitTypes.followUp,
    siteId: p.siteId,
    from: '2026-12-26',
    to: '2026-12-27',
  })
  expect(found.body.openings).toEqual([])
  expect(found.body.near).toMatchObject([{ code: 'later', opening: { start: '2026-12-28T14:00:00Z' } }])
})

test('openings: what is refused, and what is not there', async () => {
  const stranger = await t.lakeside.as('coordinator')
  const inactive = { visitTypeId: closed, siteId: site, from: '2026-12-21', to: '2026-12-22' }
  expect((await stranger.call(scheduling.findOpenings, inactive)).refusal).toEqual({ reason: 'visit-type-closed' })
  const wish = { visitTypeId: p.visitTypes.followUp, siteId: p.siteId }
  const backwards = await desk.call(scheduling.findOpenings, { ...wish, from: '2026-12-22', to: '2026-12-21' })
  expect(backwards.refusal).toEqual({ reason: 'dates-backwards' })
  const long = await desk.call(scheduling.findOpenings, { ...wish, from: '2026-12-01', to: '2027-03-04' })
  expect(long.refusal).toEqual({ reason: 'too-many-days', most: 92 })
  const most = await desk.call(scheduling.findOpenings, { ...wish, from: '2026-12-01', to: '2027-03-03' })
  expect(most.body.openings).toHaveLength(9)

  const dates = { from: '2026-12-21', to: '2026-12-22' }
  const patientId = await aPatient(t.lakeside.db)
  for (const input of [
    { ...wish, ...dates, patientId },
    { ...wish, ...dates, siteId: site },
    { ...wish, ...dates, visitTypeId: closed },
  ])
    expect((await desk.call(scheduling.findOpenings, input)).status).toBe(404)
})
