import { practice, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSmallPractice, aVisitType, type SmallPractice } from '../../practice/testing.ts'
import { anAppointment } from '../testing.ts'

let t: TestApp
let desk: TestClient
let p: SmallPractice
/** Six chairs; the first hour is for chemotherapy only until two days before, a break at noon. */
let chairs: string
let chemo: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  p = await aSmallPractice(db)
  chemo = await aVisitType(db, { name: 'Chemotherapy' })
  chairs = await aResource(db, {
    siteId: p.siteId,
    kind: 'room',
    name: 'Infusion',
    lanes: 6,
    hours: [
      {
        weekday: 2,
        startMinute: 480,
        endMinute: 540,
        label: 'Chemo first',
        visitTypeIds: [chemo],
        releaseMinutes: 2880,
        capacity: 4,
        overbook: 1,
        lanes: 2,
      },
      { weekday: 2, startMinute: 540, endMinute: 960 },
      { weekday: 2, startMinute: 720, endMinute: 750, kind: 'break', label: 'Lunch' },
      { weekday: 2, startMinute: 960, endMinute: 1020, walkIn: true },
    ],
  })
  await db
    .insertInto('holiday')
    .values({ id: t.clock.id(), date: '2026-12-25', name: 'Christmas Day', site_id: null })
    .execute()
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t?.stop())

function onOkafor(start: string, patientId?: string) {
  const assignments = [
    { role: 'clinician' as const, resourceId: p.clinicians.okafor },
    { role: 'room' as const, resourceId: p.rooms[0] },
  ]
  const place = { siteId: p.siteId, visitTypeId: p.visitTypes.followUp, start, assignments }
  return { ...place, ...(patientId === undefined ? {} : { patientId }) }
}

test('sessions of a day say what they are for, and breaks are not open', async () => {
  const day = await desk.call(scheduling.readDay, { siteId: p.siteId, date: '2026-12-08' })
  const infusion = day.body.resources.find(({ id }) => id === chairs)
  expect(infusion).toMatchObject({ lanes: 6, bookedPercent: 0 })
  expect(infusion?.open.map(({ startMinute, endMinute }) => [startMinute, endMinute])).toEqual([
    [480, 720],
    [750, 1020],
  ])
  expect(infusion?.sessions.map(({ startMinute, kind, label, lanes }) => [startMinute, kind, label, lanes])).toEqual([
    [480, 'open', 'Chemo first', 2],
    [540, 'open', null, 6],
    [720, 'break', 'Lunch', 6],
    [750, 'open', null, 6],
    [960, 'open', null, 6],
  ])
  expect(infusion?.sessions[0]).toMatchObject({
    visitTypeIds: [chemo],
    releasesAt: '2026-12-06T14:00:00Z',
    capacity: 4,
    overbook: 1,
    walkIn: false,
  })
  expect(infusion?.sessions[4]).toMatchObject({ walkIn: true, visitTypeIds: null, releasesAt: null })
})

test('a holiday closes the site and says its name', async () => {
  const day = await desk.call(scheduling.readDay, { siteId: p.siteId, date: '2026-12-25' })
  expect(day.body.holiday).toBe('Christmas Day')
  expect(day.body.resources.every(({ open }) => open.length === 0)).toBe(true)
})

test('days count visits, open, booked and closed minutes; visits only where they are asked for', async () => {
  const { db } = t.riverside
  const patientId = await aPatient(db)
  const visit = await anAppointment(db, onOkafor('2026-12-08T15:00:00Z', patientId))
  await anAppointment(db, { ...onOkafor('2026-12-09T15:00:00Z'), status: 'cancelled' })
  const manager = await t.riverside.as('manager')
  await manager.call(practice.blockTime, {
    resourceIds: [p.clinicians.okafor],
    date: '2026-12-08',
    startMinute: 780,
    endMinute: 1020,
    reason: 'Training',
  })
  const wish = { siteId: p.siteId, from: '2026-12-07', to: '2026-12-13' }
  const totals = await desk.call(scheduling.readDays, { ...wish, resourceIds: p.clinicians.okafor })
  expect(totals.status).toBe(200)
  expect(totals.body.appointments).toEqual([])
  expect(totals.body.days.map(({ date, visits }) => [date.slice(8), visits])).toEqual([
    ['07', 0],
    ['08', 1],
    ['09', 0],
    ['10', 0],
    ['11', 0],
    ['12', 0],
    ['13', 0],
  ])
  const load = { visits: 1, openMinutes: 480, bookedMinutes: 20, blockedMinutes: 240, bookedPercent: 8 }
  expect(totals.body.days[1]).toMatchObject({
    start: '2026-12-08T06:00:00Z',
    end: '2026-12-09T06:00:00Z',
    ...load,
    resources: [{ resourceId: p.clinicians.okafor, ...load }],
  })

  const drawn = await desk.call(scheduling.readDays, { ...wish, detail: 'visits' })
  expect(drawn.body.appointments).toMatchObject([{ id: visit.id, patient: { id: patientId }, walkIn: false }])
  expect(drawn.body.appointments[0]?.assignments).toHaveLength(2)
  // Why is for those who manage schedules.
  expect(drawn.body.blocks).toMatchObject([{ resourceId: p.clinicians.okafor, reason: null }])
  const whole = await manager.call(scheduling.readDays, { ...wish, detail: 'visits' })
  expect(whole.body.blocks).toMatchObject([{ resourceId: p.clinicians.okafor, reason: 'Training' }])
  const entry = await db
    .selectFrom('audit_entry')
    .select('patient_ids')
    .where('action', '=', 'schedule.read')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  expect(entry?.patient_ids).toEqual([patientId])
})

test('at most 42 days, forwards', async () => {
  const ask = (from: string, to: string) => desk.call(scheduling.readDays, { siteId: p.siteId, from, to })
  expect((await ask('2026-12-01', '2027-01-11')).status).toBe(200)
  expect((await ask('2026-12-01', '2027-01-12')).refusal).toEqual({ reason: 'too-many-days', most: 42 })
  expect((await ask('2026-12-02', '2026-12-01')).refusal).toEqual({ reason: 'dates-backwards' })
})

test('column sets: own ones are seen by nobody else, those for everybody are kept by who may share', async () => {
  const mine = { siteId: p.siteId, name: 'Morning team', resourceIds: [p.clinicians.okafor, p.rooms[0]] }
  const made = await desk.call(scheduling.addColumnSet, mine)
  expect(made.body).toMatchObject({ name: 'Morning team', shared: false, resourceIds: mine.resourceIds })
  expect((await desk.call(scheduling.addColumnSet, { ...mine, shared: true })).refusal).toEqual({
    reason: 'not-yours-to-share',
  })
  const lead = await t.riverside.as('lead')
  const shared = await lead.call(scheduling.addColumnSet, { ...mine, name: 'Everybody', shared: true })
  const names = async (client: TestClient) =>
    (await client.call(scheduling.listColumnSets, {})).body.columnSets.map(({ name }) => name)
  expect(await names(desk)).toEqual(['Everybody', 'Morning team'])
  expect(await names(lead)).toEqual(['Everybody'])

  const kept = await lead.call(scheduling.changeColumnSet, { ...mine, name: 'Everybody', columnSetId: shared.body.id })
  expect(kept.body.shared).toBe(true)

  const columnSetId = made.body.id
  expect((await lead.call(scheduling.changeColumnSet, { ...mine, columnSetId })).status).toBe(404)
  const renamed = await desk.call(scheduling.changeColumnSet, { ...mine, columnSetId, name: 'A team' })
  expect(renamed.body.name).toBe('A team')
  expect((await desk.call(scheduling.removeColumnSet, { columnSetId: shared.body.id })).refusal).toEqual({
    reason: 'not-yours-to-share',
  })
  expect((await desk.call(scheduling.removeColumnSet, { columnSetId })).status).toBe(200)
  expect(await names(desk)).toEqual(['Everybody'])
  const stranger = await t.lakeside.as('lead')
  expect((await stranger.call(scheduling.removeColumnSet, { columnSetId: shared.body.id })).status).toBe(404)
  expect((await stranger.call(scheduling.addColumnSet, mine)).status).toBe(404)
})
