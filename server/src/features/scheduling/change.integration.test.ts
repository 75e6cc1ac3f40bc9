import { scheduling } from '@foyer/contract'
import { ok, refuse } from '@foyer/kernel'
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCtx } from '../../platform/context.ts'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { openPracticeBook } from '../practice/index.ts'
import { aSmallPractice, type SmallPractice } from '../practice/testing.ts'
import { restoreTime } from './index.ts'
import { anAppointment, type AppointmentOverrides } from './testing.ts'

let t: TestApp
let desk: TestClient
let p: SmallPractice

beforeAll(async () => {
  t = await openTestApp({ mailServer: true })
  t.clock.set('2026-11-22T15:00:00Z')
  p = await aSmallPractice(t.riverside.db)
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t.stop())

const okafor = () => [
  { role: 'clinician' as const, resourceId: p.clinicians.okafor },
  { role: 'room' as const, resourceId: p.rooms[0] },
]
const singh = () => [
  { role: 'clinician' as const, resourceId: p.clinicians.singh },
  { role: 'room' as const, resourceId: p.rooms[1] },
]
function aVisit(start: string, overrides: AppointmentOverrides = {}) {
  const place = { siteId: p.siteId, visitTypeId: p.visitTypes.followUp, assignments: okafor() }
  return anAppointment(t.riverside.db, { ...place, start, ...overrides })
}
async function timesOf(appointmentId: string) {
  const { body } = await desk.call(scheduling.readAppointment, { appointmentId })
  return body.assignments.map(({ resourceId, start }) => `${resourceId} ${start}`).toSorted()
}
async function freeAt(start: string) {
  const patientId = await aPatient(t.riverside.db)
  const place = { visitTypeId: p.visitTypes.followUp, siteId: p.siteId, start, assignments: okafor() }
  const { status } = await desk.call(scheduling.bookAppointment, { ...place, patientId })
  return status === 200
}
function messagesTo(patientId: string) {
  return t.riverside.db
    .selectFrom('message')
    .selectAll()
    .where('patient_id', '=', patientId)
    .orderBy('created_at')
    .execute()
}

test('moving keeps the identity, frees the old time and is told of for both days', async () => {
  const visit = await aVisit('2026-12-07T15:00:00Z')
  const moved = await desk.call(scheduling.moveAppointment, {
    appointmentId: visit.id,
    start: '2026-12-09T15:00:00Z',
    assignments: singh(),
    reason: 'The patient works on Mondays',
    version: 1,
  })
  expect(moved.body).toEqual({ id: visit.id, start: '2026-12-09T15:00:00Z', end: '2026-12-09T15:20:00Z', version: 2 })
  expect(await freeAt('2026-12-07T15:00:00Z')).toBe(true)

  const read = await desk.call(scheduling.readAppointment, { appointmentId: visit.id })
  expect(read.body).toMatchObject({ patient: { id: visit.patientId }, start: '2026-12-09T15:00:00Z', version: 2 })
  expect(read.body.history.at(-1)).toMatchObject({ to: 'booked', reason: 'The patient works on Mondays' })
  const told = await t.riverside.db.selectFrom('outbox').select(['type', 'payload']).orderBy('id').execute()
  const ofVisit = told.filter(({ payload }) => JSON.stringify(payload).includes(visit.id))
  expect(ofVisit).toMatchObject([
    { type: 'appointment.moved', payload: { siteId: p.siteId, date: '2026-12-09', dateBefore: '2026-12-07' } },
    { type: 'day.changed', payload: { date: '2026-12-07' } },
  ])
  const entry = await t.riverside.db
    .selectFrom('audit_entry')
    .select(['patient_id', 'reason', 'outcome'])
    .where('action', '=', 'appointment.move')
    .where('subject_id', '=', visit.id)
    .executeTakeFirst()
  expect(entry).toEqual({ patient_id: visit.patientId, reason: 'The patient works on Mondays', outcome: 'ok' })
})

test('a move by twenty minutes may overlap the visit’s own old time', async () => {
  const visit = await aVisit('2026-12-07T16:00:00Z')
  const move = { appointmentId: visit.id, assignments: okafor(), reason: 'Bus', version: 1 }
  const moved = await desk.call(scheduling.moveAppointment, { ...move, start: '2026-12-07T16:10:00Z' })
  expect(moved.status).toBe(200)
})

test('the old time is kept when the new one is taken', async () => {
  const visit = await aVisit('2026-12-07T17:00:00Z')
  await aVisit('2026-12-07T19:00:00Z')
  const before = await timesOf(visit.id)
  const move = { appointmentId: visit.id, assignments: okafor(), reason: 'Later', version: 1 }
  const moved = await desk.call(scheduling.moveAppointment, { ...move, start: '2026-12-07T19:10:00Z' })
  expect(moved.refusal).toMatchObject({ reason: 'opening-taken' })
  if (moved.refusal.reason === 'opening-taken') expect(moved.refusal.next).toHaveLength(3)
  expect(await timesOf(visit.id)).toEqual(before)
  expect(await freeAt('2026-12-07T17:00:00Z')).toBe(false)
})

test('two who move the same visit: the second is told that it changed', async () => {
  const visit = await aVisit('2026-12-08T15:00:00Z')
  const colleague = await t.riverside.as('senior')
  const answers = await Promise.all(
    [desk, colleague].map((somebody, index) =>
      somebody.call(scheduling.moveAppointment, {
        appointmentId: visit.id,
        start: `2026-12-08T16:${index}0:00Z`,
        assignments: okafor(),
        reason: 'Both at once',
        version: 1,
      }),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)?.refusal).toEqual({ reason: 'changed-meanwhile', version: 2 })
})

test('a visit that began is neither moved nor cancelled', async () => {
  const visit = await aVisit('2026-12-08T17:00:00Z', { status: 'arrived' })
  const move = {
    appointmentId: visit.id,
    start: '2026-12-08T19:00:00Z',
    assignments: okafor(),
    reason: 'x',
    version: 1,
  }
  expect((await desk.call(scheduling.moveAppointment, move)).refusal).toEqual({
    reason: 'not-movable',
    status: 'arrived',
  })
  const cancel = { appointmentId: visit.id, reason: 'patient' as const, version: 1 }
  expect((await desk.call(scheduling.cancelAppointment, cancel)).refusal).toEqual({
    reason: 'not-cancellable',
    status: 'arrived',
  })
  const { can } = (await desk.call(scheduling.readAppointment, { appointmentId: visit.id })).body
  expect(can).toMatchObject({ move: false, cancel: false, checkIn: false })
})

test('what one may do with a visit goes by one’s role', async () => {
  const visit = await aVisit('2026-12-08T20:00:00Z')
  const read = async (role: 'junior' | 'clinician') =>
    (await (await t.riverside.as(role)).call(scheduling.readAppointment, { appointmentId: visit.id })).body.can
  expect(await read('junior')).toMatchObject({ move: false, cancel: false, checkIn: true })
  expect(await read('clinician')).toMatchObject({ move: false, cancel: false, checkIn: false })
})

test('cancelling frees the time at once, remembers whose it was, and keeps the reason', async () => {
  const visit = await aVisit('2026-12-09T17:00:00Z')
  const input = { appointmentId: visit.id, reason: 'weather' as const, note: 'Road is closed', version: 1 }
  const stale = await desk.call(scheduling.cancelAppointment, { ...input, version: 7 })
  expect(stale.refusal).toEqual({ reason: 'changed-meanwhile', version: 1 })
  const options = { idempotencyKey: 'cancel-it-once' }
  const cancelled = await desk.call(scheduling.cancelAppointment, input, options)
  expect(cancelled.body).toMatchObject({ id: visit.id, version: 2 })
  expect((await desk.call(scheduling.cancelAppointment, input, options)).body).toEqual(cancelled.body)

  expect(await freeAt('2026-12-09T17:00:00Z')).toBe(true)
  const read = await desk.call(scheduling.readAppointment, { appointmentId: visit.id })
  expect(read.body).toMatchObject({
    status: 'cancelled',
    cancelReason: 'weather',
    assignments: [
      { role: 'clinician', start: visit.start, end: visit.end },
      { role: 'room', start: visit.start, end: visit.end },
    ],
  })
  expect(read.body.history).toHaveLength(2)
  expect(read.body.history.at(-1)).toMatchObject({ from: 'booked', to: 'cancelled', reason: 'weather: Road is closed' })
})

test('a cancellation can be taken back while the time is free', async () => {
  const organization = t.app.organizations.find('riverside')
  if (!organization) throw new Error('riverside is there')
  const practice = await openPracticeBook().read(organization)
  const visit = await aVisit('2026-12-10T15:00:00Z')
  const cancel = (version: number) =>
    desk.call(scheduling.cancelAppointment, { appointmentId: visit.id, reason: 'other', version })
  const restore = () => {
    const ctx = openCtx({
      pool: t.pool,
      clock: t.clock,
      organization,
      actor: { staffId: desk.staffId, name: 'Test', role: 'coordinator' },
      requestId: 'test',
      action: null,
      key: null,
      onTold: () => {},
    })
    return ctx.tx(async (db) => {
      const given = await restoreTime(ctx, db, practice, visit.id)
      if (!given.ok) return refuse(given.error)
      await db.updateTable('appointment').set({ status: 'booked' }).where('id', '=', visit.id).execute()
      return ok(true)
    })
  }
  const before = await timesOf(visit.id)
  expect((await cancel(1)).status).toBe(200)
  await restore()
  expect(await timesOf(visit.id)).toEqual(before)
  expect(await freeAt('2026-12-10T15:00:00Z')).toBe(false)

  expect((await cancel(2)).status).toBe(200)
  expect(await freeAt('2026-12-10T15:00:00Z')).toBe(true)
  expect(await restore()).toMatchObject({ ok: false, error: { why: 'opening-taken' } })
})

test('another organization’s visits are not there', async () => {
  const visit = await aVisit('2026-12-10T17:00:00Z')
  const stranger = await t.lakeside.as('coordinator')
  const appointmentId = visit.id
  const move = { appointmentId, start: visit.start, assignments: okafor(), reason: 'x', version: 1 }
  expect((await stranger.call(scheduling.readAppointment, { appointmentId })).status).toBe(404)
  expect((await stranger.call(scheduling.moveAppointment, move)).status).toBe(404)
  expect(
    (await stranger.call(scheduling.cancelAppointment, { appointmentId, reason: 'other', version: 1 })).status,
  ).toBe(404)
})

test('the patient is written to in their language, with a calendar file that follows every change', async () => {
  const { db } = t.riverside
  const patientId = await aPatient(db, { given: 'Rosa', language: 'es', email: 'rosa@example.org' })
  const place = { visitTypeId: p.visitTypes.followUp, siteId: p.siteId, start: '2026-12-11T16:40:00Z' }
  const booked = await desk.call(scheduling.bookAppointment, { ...place, patientId, assignments: okafor() })
  await expect.poll(() => messagesTo(patientId), { timeout: 15_000 }).toHaveLength(1)
  const appointmentId = booked.body.id
  await desk.call(scheduling.moveAppointment, {
    appointmentId,
    start: '2026-12-14T16:40:00Z',
    assignments: okafor(),
    reason: 'Later',
    version: 1,
  })
  await expect.poll(() => messagesTo(patientId), { timeout: 15_000 }).toHaveLength(2)
  await desk.call(scheduling.cancelAppointment, { appointmentId, reason: 'patient', version: 2 })
  await expect.poll(() => messagesTo(patientId), { timeout: 15_000 }).toHaveLength(3)

  const messages = await messagesTo(patientId)
  expect(messages.map(({ to_address, language }) => [to_address, language])).toEqual(
    Array.from({ length: 3 }, () => ['rosa@example.org', 'es']),
  )
  expect(messages[0]?.body).toContain('Hola, Rosa:')
  expect(messages[0]?.body).toMatch(/viernes, 11 de diciembre de 2026, 10:40 a\. ?m\. \(hora de Chicago\)/)
  expect(messages[0]?.body).toContain('Main Street, 100 Main Street, Chicago, IL 60601')
  for (const { body, subject, calendar } of messages)
    for (const health of ['Follow-up', 'Seguimiento', 'Okafor', 'Family medicine'])
      expect(`${subject}${body}${calendar}`).not.toContain(health)

  const files = messages.map(({ calendar }) => {
    const root = new ICAL.Component(ICAL.parse(calendar ?? ''))
    const event = root.getFirstSubcomponent('vevent')
    if (!event) throw new Error('a calendar file has an event')
    const { uid, startDate, sequence, summary } = new ICAL.Event(event)
    const method = root.getFirstPropertyValue('method')
    const status = event.getFirstPropertyValue('status')
    return { uid, start: startDate.toJSDate().toISOString(), sequence, summary, method, status }
  })
  const summary = 'Cita en Riverside Family Health'
  expect(files).toEqual([
    {
      uid: appointmentId,
      start: '2026-12-11T16:40:00.000Z',
      sequence: 0,
      summary,
      method: 'REQUEST',
      status: 'CONFIRMED',
    },
    {
      uid: appointmentId,
      start: '2026-12-14T16:40:00.000Z',
      sequence: 1,
      summary,
      method: 'REQUEST',
      status: 'CONFIRMED',
    },
    {
      uid: appointmentId,
      start: '2026-12-14T16:40:00.000Z',
      sequence: 2,
      summary,
      method: 'CANCEL',
      status: 'CANCELLED',
    },
  ])
})

test('another language may be asked for, and nobody without an address is written to', async () => {
  const { db } = t.riverside
  const silent = await aPatient(db)
  const patientId = await aPatient(db, { given: 'Minh', language: 'vi', email: 'minh@example.org' })
  const place = { visitTypeId: p.visitTypes.followUp, siteId: p.siteId }
  await desk.call(scheduling.bookAppointment, {
    ...place,
    start: '2026-12-15T15:00:00Z',
    patientId: silent,
    assignments: okafor(),
  })
  const inSpanish = { ...place, start: '2026-12-15T15:20:00Z', patientId, assignments: okafor(), language: 'es' }
  await desk.call(scheduling.bookAppointment, inSpanish)
  await desk.call(scheduling.bookAppointment, { ...inSpanish, start: '2026-12-15T17:00:00Z', language: 'vi' })
  await expect.poll(() => messagesTo(patientId), { timeout: 15_000 }).toHaveLength(2)
  const languages = (await messagesTo(patientId)).map(({ language }) => language)
  // There is no Vietnamese text: it is English, and the outbox says so.
  expect(languages.toSorted()).toEqual(['en', 'es'])
  expect(await messagesTo(silent)).toEqual([])
})

test('another room at the same time is no news for the patient; another clinician is', async () => {
  const patientId = await aPatient(t.riverside.db, { given: 'Noor', email: 'noor@example.org' })
  const place = { visitTypeId: p.visitTypes.followUp, siteId: p.siteId, start: '2026-12-16T15:00:00Z' }
  const { body } = await desk.call(scheduling.bookAppointment, { ...place, patientId, assignments: okafor() })
  const toldOf = (count: number) => expect.poll(() => messagesTo(patientId), { timeout: 15_000 }).toHaveLength(count)
  await toldOf(1)
  const moveTo = async (assignments: readonly { readonly role: string; readonly resourceId: string }[]) => {
    const { version } = (await desk.call(scheduling.readAppointment, { appointmentId: body.id })).body
    const wish = { appointmentId: body.id, start: place.start, assignments: [...assignments], reason: 'Room', version }
    expect((await desk.call(scheduling.moveAppointment, wish)).status).toBe(200)
  }
  const other = { role: 'room', resourceId: p.rooms[2] }
  await moveTo([{ role: 'clinician', resourceId: p.clinicians.okafor }, other])
  await moveTo([{ role: 'clinician', resourceId: p.clinicians.singh }, other])
  await toldOf(2)
  const moves = await t.riverside.db
    .selectFrom('outbox')
    .selectAll()
    .where('type', '=', 'appointment.moved')
    .orderBy('id')
    .execute()
  const ofThis = moves.filter(({ payload }) => (payload as { readonly id?: string }).id === body.id)
  const told = new Set((await messagesTo(patientId)).map(({ event_id }) => event_id))
  // The first of the two would have been told of before.
  expect(ofThis.map(({ id }) => told.has(id))).toEqual([false, true])
})
