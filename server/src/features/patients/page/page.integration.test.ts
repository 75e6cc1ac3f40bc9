import { consents, patients } from '@foyer/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aConsent, aCoverage, aPatient, aPayer } from '../testing.ts'

let t: TestApp
let desk: TestClient
const site = crypto.randomUUID()
const visitType = crypto.randomUUID()
const clinician = crypto.randomUUID()

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T16:00:00Z')
  desk = await t.riverside.as('coordinator')
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
})
afterAll(() => t.stop())

async function aVisit(patientId: string, start: string, end: string, status: string): Promise<string> {
  const id = crypto.randomUUID()
  await t.riverside.db
    .insertInto('appointment')
    .values({
      id,
      patient_id: patientId,
      visit_type_id: visitType,
      site_id: site,
      starts_at: start,
      ends_at: end,
      status,
      status_since: start,
      booked_at: start,
    })
    .execute()
  await t.riverside.db
    .insertInto('allocation')
    .values({
      id: crypto.randomUUID(),
      resource_id: clinician,
      during: sql`tstzrange(${start}, ${end})`,
      role: 'clinician',
      appointment_id: id,
    })
    .execute()
  return id
}

async function open(patientId: string) {
  return (await desk.call(patients.readPatient, { patientId })).body.open
}

test('the whole page at once', async () => {
  const { db } = t.riverside
  const patientId = await aPatient(db, { phone: '3125550134', email: 'mai@example.org', preferred: 'Mimi' })
  const sharer = await aPatient(db, { given: 'Linh', phone: '3125550134', birth_date: '2019-05-04' })
  const coverageId = await aCoverage(db, {
    patient_id: patientId,
    checked_at: '2026-11-20T15:00:00Z',
    checked_by: 'Ana',
  })
  const next = await aVisit(patientId, '2026-11-24T16:40:00Z', '2026-11-24T17:00:00Z', 'booked')
  const before = await aVisit(patientId, '2026-10-01T15:00:00Z', '2026-10-01T15:20:00Z', 'checked-out')
  await db
    .insertInto('payment')
    .values({
      id: crypto.randomUUID(),
      receipt_number: 'R-1',
      patient_id: patientId,
      appointment_id: next,
      amount_cents: 1000,
      method: 'cash',
      collected_by: desk.staffId,
      collected_by_name: 'Ana',
      collected_at: '2026-11-22T15:00:00Z',
    })
    .execute()
  await db
    .insertInto('encounter')
    .values({
      id: crypto.randomUUID(),
      patient_id: patientId,
      started_at: '2020-02-03T10:00:00Z',
      type: 'Check-up',
      status: 'finished',
    })
    .execute()

  const { status, body } = await desk.call(patients.readPatient, { patientId })
  expect(status).toBe(200)
  expect(body.patient).toMatchObject({
    id: patientId,
    mrn: expect.stringMatching(/^\d{4} \d{4}$/),
    name: { given: 'Mai', family: 'Nguyen', preferred: 'Mimi' },
    birthDate: '1961-03-14',
    version: 1,
  })
  expect(body.patient.contacts.map((one) => one.value).toSorted()).toEqual(['+13125550134', 'mai@example.org'])
  expect(body.sharedPhoneWith).toEqual([{ id: sharer, name: 'Linh Nguyen' }])
  expect(body.coverages).toMatchObject([
    { id: coverageId, payerName: 'Prairie Health Plan', checkedAt: '2026-11-20T15:00:00Z', periodStart: '2020-01-01' },
  ])
  expect(body.upcoming).toEqual([
    {
      id: next,
      start: '2026-11-24T16:40:00Z',
      end: '2026-11-24T17:00:00Z',
      timeZone: 'America/Chicago',
      siteName: 'Main Street',
      visitType: 'Follow-up',
      visitTypeEs: 'Seguimiento',
      clinicianName: 'Dr. Ada Okafor',
      status: 'booked',
    },
  ])
  expect(body.past.map((one) => one.id)).toEqual([before])
  expect(body.history).toMatchObject([{ start: '2020-02-03T10:00:00Z', end: null, type: 'Check-up' }])
  expect(body.payments).toMatchObject([{ receiptNumber: 'R-1', amountCents: 1000, voided: false }])
  expect(body.can).toEqual({ change: true, changeCoverage: true, book: true, merge: false })
  expect(body.open).toEqual([
    {
      code: 'contact-stale',
      appointmentId: next,
      on: null,
      amountCents: null,
      isMadeUp: false,
      what: null,
      fields: [],
    },
    {
      code: 'coverage-not-checked',
      appointmentId: next,
      on: '2026-11-20',
      amountCents: null,
      isMadeUp: false,
      what: null,
      fields: [],
    },
    {
      code: 'consent-missing',
      appointmentId: next,
      on: null,
      amountCents: null,
      isMadeUp: false,
      what: 'treatment',
      fields: [],
    },
    { code: 'copay-due', appointmentId: next, on: null, amountCents: 1500, isMadeUp: false, what: null, fields: [] },
  ])
})

test('nothing is open when all was seen to', async () => {
  const { db } = t.riverside
  const patientId = await aPatient(db, { contact_confirmed_on: '2026-11-01' })
  await aConsent(db, { patient_id: patientId })
  // 04:30 UTC on the 26th is still the evening of the 25th in Chicago.
  await aVisit(patientId, '2026-11-26T04:30:00Z', '2026-11-26T04:50:00Z', 'booked')
  await aCoverage(db, { patient_id: patientId, copay_cents: 0, checked_at: '2026-11-25T15:00:00Z' })
  expect(await open(patientId)).toEqual([])
})

test('without a visit only what would be open for any', async () => {
  const { db } = t.riverside
  expect(await open(await aPatient(db))).toMatchObject([{ code: 'coverage-none', appointmentId: null }])
  const ended = await aPatient(db, { birth_date: '1961' })
  await aCoverage(db, { patient_id: ended, period_end: '2026-10-31' })
  expect(await open(ended)).toMatchObject([
    { code: 'coverage-ended', on: '2026-10-31' },
    { code: 'date-of-birth-partial', on: '1961' },
  ])
})

test('for the dead nothing is open and nothing is booked', async () => {
  const patientId = await aPatient(t.riverside.db, { deceased: true })
  const { body } = await desk.call(patients.readPatient, { patientId })
  expect(body).toMatchObject({ open: [], can: { book: false, change: true }, patient: { deceased: true } })
})

test('what a clinician may do', async () => {
  const patientId = await aPatient(t.riverside.db)
  const { body } = await (await t.riverside.as('clinician')).call(patients.readPatient, { patientId })
  expect(body.can).toEqual({ change: false, changeCoverage: false, book: false, merge: false })
})

test('somebody of another practice is nobody here, and looking is in the trail', async () => {
  const elsewhere = await aPatient(t.lakeside.db)
  const { status, problem } = await desk.call(patients.readPatient, { patientId: elsewhere })
  expect([status, problem]).toEqual([404, 'not-found'])
  const here = await aPatient(t.riverside.db)
  await desk.call(patients.readPatient, { patientId: here })
  const trail = await t.riverside.db
    .selectFrom('audit_entry')
    .select(['patient_id', 'outcome', 'actor_id'])
    .where('action', '=', 'patient.read')
    .orderBy('id', 'desc')
    .limit(2)
    .execute()
  expect(trail).toEqual([
    { patient_id: here, outcome: 'ok', actor_id: desk.staffId },
    { patient_id: elsewhere, outcome: 'problem:not-found', actor_id: desk.staffId },
  ])
})

test('what each process knows by heart is not older than the last change: names of the set-up and texts to sign', async () => {
  const { db } = t.riverside
  const patientId = await aPatient(db, { contact_confirmed_on: '2026-11-01' })
  await aConsent(db, { patient_id: patientId })
  await aVisit(patientId, '2026-11-26T05:30:00Z', '2026-11-26T05:50:00Z', 'booked')
  const coverage = { copay_cents: 0, checked_at: '2026-11-25T15:00:00Z' }
  await aCoverage(db, { ...coverage, patient_id: patientId })
  expect(await open(patientId)).toEqual([])

  // Of a payer that came with a file of people nobody was told.
  const payer_id = await aPayer(db, 'Tallgrass Mutual')
  await aCoverage(db, { ...coverage, patient_id: patientId, payer_id, coverage_order: 2 })
  const { body } = await desk.call(patients.readPatient, { patientId })
  expect(body.coverages.map(({ payerName }) => payerName)).toEqual(['Prairie Health Plan', 'Tallgrass Mutual'])

  const manager = await t.riverside.as('manager')
  const text = { title: 'Treatment', body: 'Other words.', scope: 'Care here', effectiveFrom: '2026-11-22' }
  const written = await manager.call(consents.writeConsentText, { ...text, kind: 'treatment', language: 'en' })
  expect(written.status).toBe(200)
  expect((await open(patientId)).map(({ code }) => code)).toEqual(['consent-changed'])
})
