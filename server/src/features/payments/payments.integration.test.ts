import { arrival, payments, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aDesk, aVisit } from '../arrival/testing.ts'
import { aPatient } from '../patients/testing.ts'
import { aPayment } from './testing.ts'

let t: TestApp
let desk: Awaited<ReturnType<typeof aDesk>>
let coordinator: TestClient
let senior: TestClient
let visitId: string
let patientId: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-23T15:50:00Z')
  desk = await aDesk(t.riverside.db)
  coordinator = await t.riverside.as('coordinator')
  senior = await t.riverside.as('senior')
})
afterAll(() => t.stop())

let visits = 0
beforeEach(async () => {
  visits += 1
  patientId = await aPatient(t.riverside.db)
  const start = `2026-11-23T${String(6 + Math.floor(visits / 2)).padStart(2, '0')}:${visits % 2 === 0 ? '00' : '30'}:00Z`
  visitId = await aVisit(t.riverside.db, desk, { patientId, start })
})

function card(amountCents: number, client = coordinator, options = {}) {
  const input = { appointmentId: visitId, amountCents, method: 'card', cardLast4: '4242' } as const
  return client.call(payments.collectPayment, input, options)
}

function cash(amountCents: number, tenderedCents: number | null) {
  const input = { appointmentId: visitId, amountCents, method: 'cash', tenderedCents } as const
  return coordinator.call(payments.collectPayment, input)
}

async function copay() {
  const { body } = await coordinator.call(arrival.readCheckIn, { appointmentId: visitId })
  return { ...body.copay, payments: body.payments, can: body.can }
}

function numberOf(receipt: string): number {
  return Number(receipt.slice(2))
}

test('a copay by card is paid, and shown as paid', async () => {
  const { body } = await card(2500)
  expect(body).toMatchObject({ amountCents: 2500, method: 'card', tenderedCents: null, changeCents: null })
  expect(body.receiptNumber).toMatch(/^R-\d{6}$/)
  const shown = await copay()
  expect(shown).toMatchObject({ dueCents: 2500, paidCents: 2500, can: { collect: false } })
  expect(shown.payments).toMatchObject([{ id: body.id, receiptNumber: body.receiptNumber, voided: false }])
})

test('cash gives change; too little cash says how much is missing', async () => {
  expect((await cash(2500, 2000)).refusal).toEqual({ reason: 'not-enough-cash', missingCents: 500 })
  expect((await cash(2500, 4000)).body).toMatchObject({ method: 'cash', tenderedCents: 4000, changeCents: 1500 })
})

test('cash of which nobody said how much was given was exact', async () => {
  expect((await cash(2500, null)).body).toMatchObject({ tenderedCents: 2500, changeCents: 0 })
})

test('not more than is left is collected', async () => {
  expect((await card(2501)).refusal).toEqual({ reason: 'more-than-due', dueCents: 2500 })
  await card(1000)
  expect((await card(1501)).refusal).toEqual({ reason: 'more-than-due', dueCents: 1500 })
  expect((await card(1500)).status).toBe(200)
  expect((await card(1)).refusal).toEqual({ reason: 'more-than-due', dueCents: 0 })
})

test('nothing is collected for a visit that does not take place', async () => {
  await coordinator.call(arrival.moveVisit, { appointmentId: visitId, from: 'booked', to: 'no-show' })
  expect((await card(2500)).refusal).toEqual({ reason: 'visit-cancelled' })
  await coordinator.call(arrival.undoVisit, { appointmentId: visitId, from: 'no-show' })
  await coordinator.call(scheduling.cancelAppointment, { appointmentId: visitId, reason: 'patient', version: 3 })
  expect((await card(2500)).refusal).toEqual({ reason: 'visit-cancelled' })
})

test('two clerks who collect at once never collect more than is due', async () => {
  const answers = await Promise.all([card(2500), card(2500, senior), card(2500), card(2500, senior)])
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409])
  expect(await copay()).toMatchObject({ paidCents: 2500 })
})

test('the same key twice at once is one payment', async () => {
  const options = { idempotencyKey: 'a-key-for-one-payment' }
  const [first, second] = await Promise.all([card(1000, coordinator, options), card(1000, coordinator, options)])
  expect(second?.body).toEqual(first?.body)
  expect((await copay()).payments).toHaveLength(1)
})

test('receipts are numbered without gaps, refusals and rivals notwithstanding', async () => {
  const before = numberOf((await card(100)).body.receiptNumber)
  const answers = await Promise.all([card(100), card(9900, senior), card(100, senior), card(100), card(9900)])
  const numbers = answers.filter(({ status }) => status === 200).map(({ body }) => numberOf(body.receiptNumber))
  expect(numbers.toSorted((a, b) => a - b)).toEqual([before + 1, before + 2, before + 3])
})

test('a void payment stays in the ledger with its reason, and the copay is due again', async () => {
  const paymentId = await aPayment(coordinator, visitId, 2500)
  expect((await coordinator.call(payments.voidPayment, { paymentId, reason: 'x' })).problem).toBe('not-allowed')
  const answer = await senior.call(payments.voidPayment, { paymentId, reason: 'wrong patient' })
  expect(answer.body).toMatchObject({ id: paymentId, amountCents: 2500 })
  const again = await senior.call(payments.voidPayment, { paymentId, reason: 'wrong patient' })
  expect(again.refusal).toEqual({ reason: 'already-void' })
  const shown = await copay()
  expect(shown).toMatchObject({ paidCents: 0, can: { collect: true } })
  expect(shown.payments).toMatchObject([{ voided: true }])
  const { void_reason, voided_by_name } = await t.riverside.db
    .selectFrom('payment')
    .selectAll()
    .where('id', '=', paymentId)
    .executeTakeFirstOrThrow()
  expect({ void_reason, voided_by_name }).toEqual({ void_reason: 'wrong patient', voided_by_name: 'Test senior' })
})

test('collecting, voiding and reading a receipt are told of and stand in the audit trail', async () => {
  const paymentId = await aPayment(coordinator, visitId, 2500)
  await senior.call(payments.readReceipt, { paymentId })
  await senior.call(payments.voidPayment, { paymentId, reason: 'wrong patient' })
  const { db } = t.riverside
  const entries = await db
    .selectFrom('audit_entry')
    .select(['action', 'outcome', 'subject_id', 'reason'])
    .where('patient_id', '=', patientId)
    .orderBy('id')
    .execute()
  expect(entries).toEqual([
    { action: 'payment.collect', outcome: 'ok', subject_id: visitId, reason: null },
    { action: 'receipt.read', outcome: 'ok', subject_id: paymentId, reason: null },
    { action: 'payment.void', outcome: 'ok', subject_id: paymentId, reason: 'wrong patient' },
  ])
  const events = await db.selectFrom('outbox').selectAll().where('type', 'like', 'payment.%').orderBy('id').execute()
  const payload = { id: paymentId, patientId, siteId: desk.siteId, date: '2026-11-23' }
  expect(events.slice(-2).map((event) => [event.type, event.payload])).toEqual([
    ['payment.collected', payload],
    ['payment.voided', payload],
  ])
})

test('the receipt is a PDF in the language asked for', async () => {
  const paymentId = await aPayment(coordinator, visitId, 2500)
  const answer = await coordinator.call(payments.readReceipt, { paymentId, language: 'es' })
  expect(answer.headers['content-type']).toBe('application/pdf')
  expect(answer.headers['content-disposition']).toMatch(/^inline; filename="receipt-R-\d{6}\.pdf"$/)
  expect(answer.raw.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(answer.raw.toString('latin1')).toContain('/Lang (es-US)')
})

test('another organization does not find any of it', async () => {
  const paymentId = await aPayment(coordinator, visitId, 1000)
  const other = await t.lakeside.as('manager')
  const answers = await Promise.all([
    card(1000, other),
    other.call(payments.voidPayment, { paymentId, reason: 'mine' }),
    other.call(payments.readReceipt, { paymentId }),
  ])
  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404])
})
