import { arrival, patients, payments, restricted, scheduling } from '@foyer/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aCoverage, aPatient } from '../testing.ts'

let t: TestApp
let desk: TestClient
let officer: TestClient
let person: string
const site = crypto.randomUUID()
const visitType = crypto.randomUUID()
const clinician = crypto.randomUUID()
const appointmentId = crypto.randomUUID()
const paymentId = crypto.randomUUID()

/** What the schedule does not say of anybody. */
const hidden = ['Prairie', 'M100200300', 'Wheelchair', '5550177', 'Walks slowly', 'zwicky@example.org']

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-23T15:00:00Z')
  desk = await t.riverside.as('senior')
  officer = await t.riverside.as('lead')
  const { db } = t.riverside
  await db.insertInto('site').values({ id: site, name: 'Main Street', time_zone: 'America/Chicago' }).execute()
  await db
    .insertInto('visit_type')
    .values({
      id: visitType,
      name: 'Follow-up',
      name_es: 'Seguimiento',
      duration_minutes: 20,
      copay_cents: 1500,
      roles: '[]',
    })
    .execute()
  await db
    .insertInto('resource')
    .values({ id: clinician, kind: 'practitioner', name: 'Dr. Ada Okafor', site_id: site })
    .execute()
  person = await aPatient(db, {
    given: 'Aurelia',
    family: 'Zwicky',
    phone: '3125550177',
    email: 'zwicky@example.org',
    alerts: ['Wheelchair'],
    restriction: 'vip',
  })
  await aCoverage(db, { patient_id: person, copay_cents: 2000 })
  const [start, end] = ['2026-11-23T17:00:00Z', '2026-11-23T17:20:00Z']
  await db
    .insertInto('appointment')
    .values({
      id: appointmentId,
      patient_id: person,
      visit_type_id: visitType,
      site_id: site,
      starts_at: start,
      ends_at: end,
      status_since: start,
      booked_at: '2026-11-20T15:00:00Z',
      note: 'Walks slowly',
    })
    .execute()
  await db
    .insertInto('allocation')
    .values({
      id: crypto.randomUUID(),
      resource_id: clinician,
      during: sql<string>`tstzrange(${start}, ${end})`,
      role: 'clinician',
      appointment_id: appointmentId,
    })
    .execute()
  await db
    .insertInto('payment')
    .values({
      id: paymentId,
      receipt_number: 'R-900001',
      patient_id: person,
      appointment_id: appointmentId,
      amount_cents: 500,
      method: 'cash',
      collected_by: desk.staffId,
      collected_by_name: 'Ana',
      collected_at: '2026-11-23T14:00:00Z',
    })
    .execute()
})
afterAll(() => t.stop())

test('the day, the board and the drawer of a visit say who is expected, and no more', async () => {
  const day = { siteId: site, date: '2026-11-23' }
  const seen = [
    await desk.call(scheduling.readDay, day),
    await desk.call(arrival.readBoard, day),
    await desk.call(scheduling.readAppointment, { appointmentId }),
  ]
  for (const { status, raw } of seen) {
    expect(status).toBe(200)
    expect(raw.toString()).toContain('Zwicky')
    expect(hidden.filter((mark) => raw.toString().includes(mark))).toEqual([])
  }
  const drawer = (await desk.call(scheduling.readAppointment, { appointmentId })).body
  expect(drawer).toMatchObject({ note: null, history: [], why: [] })
  const board = (await desk.call(arrival.readBoard, day)).body.visits[0]
  expect(
    board?.readiness.every(({ what, on, amountCents }) => what === null && on === null && amountCents === null),
  ).toBe(true)
  expect((await officer.call(scheduling.readAppointment, { appointmentId })).body.note).toBe('Walks slowly')
  expect((await officer.call(arrival.readBoard, day)).body.visits[0]?.patient.alerts).toEqual(['Wheelchair'])
})

test('check-in, money and what is booked for them ask for a reason first, and go on when it was given', async () => {
  const start = '2026-11-24T17:00:00Z'
  const place = {
    visitTypeId: visitType,
    siteId: site,
    start,
    assignments: [{ role: 'clinician', resourceId: clinician }],
  }
  const asked = [
    () => desk.call(arrival.readCheckIn, { appointmentId }),
    () => desk.call(arrival.confirmStep, { appointmentId, step: 'identity', done: true }),
    () => desk.call(payments.collectPayment, { appointmentId, amountCents: 500, method: 'cash' }),
    () => desk.call(payments.readReceipt, { paymentId }),
    () => desk.call(payments.voidPayment, { paymentId, reason: 'Typed wrong' }),
  ]
  for (const ask of asked) {
    const { status, problem, raw } = await ask()
    expect([status, problem]).toEqual([403, 'restricted'])
    expect([...hidden, 'Zwicky'].filter((mark) => raw.toString().includes(mark))).toEqual([])
  }
  expect((await desk.call(scheduling.bookAppointment, { patientId: person, ...place })).problem).toBe('restricted')
  // A visit that moves along its states is no record: the board goes on without a reason.
  const step = { appointmentId, from: 'booked', to: 'arrived', version: 1 } as const
  expect((await desk.call(arrival.moveVisit, step)).status).toBe(200)

  await desk.call(restricted.breakGlass, { patientId: person, reason: 'treatment' })
  for (const ask of asked) expect((await ask()).status).toBe(200)
  expect((await desk.call(patients.readPatient, { patientId: person })).status).toBe(200)
})
