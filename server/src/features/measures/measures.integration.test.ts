import { measures, scheduling } from '@foyer/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aResource, aSite, aVisitType } from '../practice/testing.ts'
import { anAppointment } from '../scheduling/testing.ts'

let t: TestApp
let lead: TestClient
let siteId: string
let ana: string
let followUp: string
let physical: string
/** A site in Tokyo, and a kind of visit for which nobody has hours there. */
let elsewhere: string
let retired: string

/** A week of Ana, Monday 30 November 2026 on: 08:00 to 12:00, of which 10:00 to 12:00 is kept for physicals. */
beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-12-05T18:00:00Z')
  const { db } = t.riverside
  siteId = await aSite(db)
  const physicalId = t.clock.id()
  ana = await aResource(db, {
    siteId,
    name: 'Ana',
    hours: ([1, 2, 3, 4, 5] as const).flatMap((weekday) => [
      { weekday, startMinute: 480, endMinute: 600 },
      { weekday, startMinute: 600, endMinute: 720, label: 'Physicals', visitTypeIds: [physicalId] },
    ]),
  })
  const roles = [{ role: 'clinician', kind: 'practitioner', candidates: [ana] } as const]
  followUp = await aVisitType(db, { roles })
  physical = await aVisitType(db, { id: physicalId, name: 'Physical', roles, durationMinutes: 60 })
  elsewhere = await aSite(db, { name: 'Tokyo', timeZone: 'Asia/Tokyo' })
  const nobody = await aResource(db, { siteId: elsewhere, name: 'Ken', hours: [] })
  retired = await aVisitType(db, { roles: [{ role: 'clinician', kind: 'practitioner', candidates: [nobody] }] })
  await anAppointment(db, {
    siteId: elsewhere,
    visitTypeId: retired,
    start: '2026-12-01T15:10:00Z',
    assignments: [{ role: 'clinician', resourceId: nobody }],
  })
  lead = await t.riverside.as('lead')

  const visit = (start: string, overrides: object = {}) =>
    anAppointment(db, {
      siteId,
      visitTypeId: followUp,
      start,
      assignments: [{ role: 'clinician', resourceId: ana }],
      ...overrides,
    })
  // Booked on Friday 20 November: 10, 11 and 12 days away.
  await visit('2026-11-30T14:00:00Z', { status: 'checked-out' })
  await visit('2026-12-01T14:00:00Z', { status: 'no-show' })
  await visit('2026-12-02T16:00:00Z', { visitTypeId: physical, minutes: 60 })
  // In the time that is kept for physicals.
  await visit('2026-12-02T17:00:00Z', { minutes: 30 })
  const cancelled = async (start: string, reason: string, minutes: number | null, since: string) => {
    const { id } = await visit(start, { status: 'cancelled', statusSince: since })
    await db
      .updateTable('appointment')
      .set({ cancel_reason: reason, cancel_notice_minutes: minutes })
      .where('id', '=', id)
      .execute()
  }
  await cancelled('2026-12-03T14:00:00Z', 'patient', 60, '2026-12-03T13:00:00Z')
  await cancelled('2026-12-03T15:00:00Z', 'patient', null, '2026-12-01T16:00:00Z')
  await cancelled('2026-12-04T14:00:00Z', 'weather', 20_000, '2026-11-22T13:00:00Z')
  await db
    .insertInto('allocation')
    .values({
      id: t.clock.id(),
      resource_id: ana,
      during: sql<string>`tstzrange('2026-12-04T14:00:00Z', '2026-12-04T18:00:00Z')`,
      reason: 'Away',
    })
    .execute()
})
afterAll(() => t.stop())

async function read(wanted: object = {}, client = lead) {
  return (await client.call(measures.readMeasures, { from: '2026-11-30', to: '2026-12-04', siteId, ...wanted })).body
}

test('third next available: the third appointment that can be had, in days from today', async () => {
  const { thirdNext } = await read()
  // Saturday; Monday has six follow-ups, the third at 08:40. Physicals fit twice a day into what is kept for them.
  expect(thirdNext.find((one) => one.visitTypeId === followUp)).toEqual({
    siteId,
    visitTypeId: followUp,
    days: 2,
    at: '2026-12-07T14:40:00Z',
  })
  expect(thirdNext.find((one) => one.visitTypeId === physical)?.days).toBeGreaterThanOrEqual(2)
})

test('nothing in the next 92 days is said, not made up', async () => {
  const { thirdNext } = await read({ siteId: undefined, visitTypeId: retired })
  expect(thirdNext).toEqual([{ siteId: elsewhere, visitTypeId: retired, days: null, at: null }])
})

test('days to appointment, by when it was booked', async () => {
  const { daysToAppointment } = await read({ from: '2026-11-16', to: '2026-11-22' })
  expect(daysToAppointment).toMatchObject({ count: 7, median: 12, ninth: 14 })
  expect(daysToAppointment.spread.find(({ from }) => from === 8)).toEqual({ from: 8, to: 14, count: 7 })
  expect(daysToAppointment.visitTypes).toEqual([
    { visitTypeId: followUp, count: 6, median: 12.5 },
    { visitTypeId: physical, count: 1, median: 12 },
  ])
  expect((await read({ from: '2026-11-21', to: '2026-11-22' })).daysToAppointment).toMatchObject({
    count: 0,
    median: null,
  })
})

test('fill: booked time of the hours that are not closed', async () => {
  const { fill } = await read()
  // Five mornings of 240 minutes, one of them closed; 20 + 20 + 60 + 30 minutes booked.
  expect(fill).toMatchObject({ openMinutes: 1200, blockedMinutes: 240, bookedMinutes: 130, percent: 14 })
  expect(fill.weeks).toEqual([expect.objectContaining({ from: '2026-11-30', percent: 14 })])
  expect(fill.clinicians).toEqual([expect.objectContaining({ resourceId: ana, bookedMinutes: 130 })])
})

test('what the sessions of the template were used for', async () => {
  const { sessions } = await read()
  expect(sessions).toEqual(
    expect.arrayContaining([
      {
        label: null,
        walkIn: false,
        visitTypeIds: [],
        openMinutes: 600,
        ownMinutes: 40,
        otherMinutes: 0,
        freeMinutes: 560,
      },
      {
        label: 'Physicals',
        walkIn: false,
        visitTypeIds: [physical],
        openMinutes: 600,
        ownMinutes: 60,
        otherMinutes: 30,
        freeMinutes: 510,
      },
    ]),
  )
})

test('cancellations by reason and by how late, also where the notice was not kept', async () => {
  const { cancellations } = await read()
  expect(cancellations).toEqual({
    visits: 7,
    cancelled: 3,
    reasons: [
      { reason: 'patient', count: 2 },
      { reason: 'weather', count: 1 },
    ],
    by: { patient: 2, practice: 0, unknown: 1 },
    notice: [
      { notice: 'after-start', count: 0 },
      { notice: 'under-2-hours', count: 1 },
      { notice: 'under-24-hours', count: 0 },
      { notice: 'under-3-days', count: 1 },
      { notice: 'longer', count: 1 },
    ],
  })
})

test('no-shows of the visits of which somebody said what became', async () => {
  const { noShows } = await read()
  expect(noShows).toEqual({
    kept: 1,
    missed: 1,
    unmarked: 2,
    visitTypes: [{ visitTypeId: followUp, kept: 1, missed: 1 }],
  })
})

test('one kind of visit, one clinician', async () => {
  expect((await read({ visitTypeId: physical })).cancellations).toMatchObject({ visits: 1, cancelled: 0 })
  expect((await read({ clinicianId: ana })).cancellations).toMatchObject({ visits: 7, cancelled: 3 })
  expect((await read({ visitTypeId: physical })).thirdNext.map((one) => one.visitTypeId)).toEqual([physical])
})

test('a visit shortly after midnight belongs to the day of its site', async () => {
  const count = async (date: string) => (await read({ from: date, to: date, siteId: elsewhere })).cancellations.visits
  expect([await count('2026-12-01'), await count('2026-12-02')]).toEqual([0, 1])
})

test('what cannot be counted is refused; who may not look is told so', async () => {
  const ask = (wanted: object, client = lead) =>
    client.call(measures.readMeasures, { from: '2026-11-30', to: '2026-12-04', ...wanted })
  expect((await ask({ to: '2026-11-29' })).refusal).toEqual({ reason: 'dates-backwards' })
  expect((await ask({ to: '2027-03-30' })).refusal).toEqual({ reason: 'too-many-days', most: 92 })
  expect((await ask({}, await t.riverside.as('coordinator'))).problem).toBe('not-allowed')
  const other = await t.lakeside.as('manager')
  expect((await ask({ siteId }, other)).status).toBe(404)
  const own = await ask({}, other)
  expect(own.body).toMatchObject({ cancellations: { visits: 0 }, thirdNext: [], fill: { percent: null } })
})

test('booking takes the third away: it is counted now', async () => {
  const desk = await t.riverside.as('coordinator')
  const patient = await anAppointment(t.riverside.db, { siteId, start: '2027-01-05T18:00:00Z' })
  const booked = await desk.call(scheduling.bookAppointment, {
    patientId: patient.patientId,
    visitTypeId: followUp,
    siteId,
    start: '2026-12-07T14:00:00Z',
    assignments: [{ role: 'clinician', resourceId: ana }],
  })
  expect(booked.status).toBe(200)
  const { thirdNext } = await read({ visitTypeId: followUp })
  expect(thirdNext[0]?.at).toBe('2026-12-07T15:00:00Z')
})
