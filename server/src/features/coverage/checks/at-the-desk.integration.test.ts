import { arrival, eligibility, patients, payers, payments } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestClient } from '../../../platform/testing/test-app.ts'
import { anAppointment } from '../../scheduling/testing.ts'
import { type Asking, oneOfCast, openAsking, settled } from './testing.ts'

let asking: Asking
let manager: TestClient

beforeAll(async () => {
  asking = await openAsking()
  manager = await asking.t.riverside.as('manager')
})
afterAll(() => asking.stop())

/** Their visit two days from now, an office visit to payers, asked about and answered. */
async function askedAhead(ids: { patientId: string; coverageId: string }): Promise<string> {
  const { db, desk } = asking
  const { id: appointmentId } = await anAppointment(db, { patientId: ids.patientId, start: '2026-12-04T16:00:00Z' })
  const { visit_type_id } = await db
    .selectFrom('appointment')
    .select('visit_type_id')
    .where('id', '=', appointmentId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('visit_type_billing')
    .values({ visit_type_id, service_types: ['98'], place_of_service: '11' })
    .execute()
  const { body } = await desk.call(eligibility.askPayer, { ...ids, appointmentId, reason: 'check-in' })
  await settled(asking, body.id)
  return appointmentId
}

async function checkIn(appointmentId: string) {
  const { body } = await asking.desk.call(arrival.readCheckIn, { appointmentId })
  return { ...body, coverage: body.steps.find(({ code }) => code === 'coverage') }
}

async function collectOnCard(patientId: string, appointmentId: string) {
  return (await asking.desk.call(eligibility.readCoverageCards, { patientId, appointmentId })).body.collect
}

test('days before the visit coverage is ready by what the payer says, and the copay is the one it names', async () => {
  const ids = await oneOfCast(asking)
  const appointmentId = await askedAhead(ids)
  const { coverage, copay } = await checkIn(appointmentId)
  expect(coverage).toMatchObject({
    state: 'ready',
    on: '2026-12-02',
    what: 'Blue Prairie',
    by: 'payer',
    isMadeUp: true,
  })
  expect(copay).toEqual({ dueCents: 3000, highCents: 3000, paidCents: 0, reason: 'payer', isMadeUp: true })
  expect(await collectOnCard(ids.patientId, appointmentId)).toMatchObject({ lowCents: 3000, because: 'payer' })
})

test('of two copays the lower is due, and up to the higher one is taken', async () => {
  const appointmentId = await askedAhead(await oneOfCast(asking, 'BL400100109'))
  const due = { dueCents: 4000, highCents: 6500, reason: 'payer-unclear', isMadeUp: true }
  expect((await checkIn(appointmentId)).copay).toEqual({ ...due, paidCents: 0 })
  const collect = (amountCents: number) =>
    asking.desk.call(payments.collectPayment, { appointmentId, amountCents, method: 'card', cardLast4: null })
  expect((await collect(6600)).refusal).toEqual({ reason: 'more-than-due', dueCents: 6500 })
  expect((await collect(4000)).status).toBe(200)
  const paid = await checkIn(appointmentId)
  expect(paid.steps.find(({ code }) => code === 'copay')).toMatchObject({ state: 'ready' })
  expect(paid.can.collect).toBe(true)
  expect((await collect(2500)).status).toBe(200)
  expect((await checkIn(appointmentId)).can.collect).toBe(false)
})

test('a plan that is not active is wrong, on the page of the person too, until somebody looks', async () => {
  const { desk, t } = asking
  const ids = await oneOfCast(asking, 'AE400100103')
  const appointmentId = await askedAhead(ids)
  expect((await checkIn(appointmentId)).coverage).toMatchObject({ state: 'wrong', by: 'payer' })
  const page = await desk.call(patients.readPatient, { patientId: ids.patientId })
  expect(page.body.open.find(({ code }) => code === 'coverage-inactive')).toMatchObject({ isMadeUp: true })
  // The card asks nothing while its plan is said to be over, and is believed again after a call.
  expect(await collectOnCard(ids.patientId, appointmentId)).toMatchObject({ because: 'none' })
  t.clock.set('2026-12-02T16:05:00Z')
  await desk.call(arrival.confirmStep, { appointmentId, step: 'coverage', done: true })
  const { coverage, copay } = await checkIn(appointmentId)
  expect(coverage).toMatchObject({ state: 'missing', by: 'desk' })
  expect(copay).toMatchObject({ dueCents: 2500, reason: 'coverage' })
  expect(await collectOnCard(ids.patientId, appointmentId)).toMatchObject({ lowCents: 2500, because: 'coverage' })
})

test('asked from the record on the day of a visit, it is asked about that visit', async () => {
  const { db, desk } = asking
  const ids = await oneOfCast(asking)
  const { patientId } = ids
  await anAppointment(db, { patientId, start: '2026-12-02T14:00:00Z', status: 'checked-out' })
  const { id } = await anAppointment(db, { patientId, start: '2026-12-02T20:00:00Z' })
  await anAppointment(db, { patientId, start: '2026-12-03T20:00:00Z' })
  const asked = await desk.call(eligibility.askPayer, ids)
  await settled(asking, asked.body.id)
  const rows = await db
    .selectFrom('eligibility_check')
    .select('appointment_id')
    .where('id', '=', asked.body.id)
    .execute()
  expect(rows).toEqual([{ appointment_id: id }])
})

test('two values stay two until somebody says of the plan whether the practice is in its network', async () => {
  const { db, payerId, t } = asking
  const planId = t.clock.id()
  await db.insertInto('plan').values({ id: planId, payer_id: payerId, name: 'Prairie PPO', type: 'ppo' }).execute()
  const { patientId, coverageId } = await oneOfCast(asking, undefined, { plan_id: planId })
  const { body } = await asking.desk.call(eligibility.askPayer, { patientId, coverageId })
  await settled(asking, body.id)
  const share = async (in_network: boolean | null) => {
    await db.updateTable('plan').set({ in_network }).where('id', '=', planId).execute()
    const { cards } = (await asking.desk.call(eligibility.readCoverageCards, { patientId })).body
    const coinsurance = cards.find((card) => card.coverageId === coverageId)?.answer?.coinsurance
    return [coinsurance?.low, coinsurance?.high]
  }
  expect(await share(null)).toEqual([2000, 4000])
  expect(await share(true)).toEqual([2000, 2000])
  expect(await share(false)).toEqual([4000, 4000])
  // Nothing said: a contract with the payer says it.
  const contract = { id: t.clock.id(), name: 'Prairie 2026', kind: 'contract', payer_id: payerId } as const
  const holds = { period_start: '2026-01-01', imported_at: t.clock.now().toString() }
  await db
    .insertInto('fee_schedule')
    .values({ ...contract, ...holds })
    .execute()
  expect(await share(null)).toEqual([2000, 2000])
  await db.deleteFrom('fee_schedule').where('id', '=', contract.id).execute()
})

test('a network that is said later changes what was answered already for visits ahead', async () => {
  const { db, payerId, t } = asking
  const planId = t.clock.id()
  await db.insertInto('plan').values({ id: planId, payer_id: payerId, name: 'Prairie Out', type: 'ppo' }).execute()
  const appointmentId = await askedAhead(await oneOfCast(asking, undefined, { plan_id: planId }))
  const { copay } = await checkIn(appointmentId)
  expect(copay.reason).toBe('payer')
  const plan = { payerId, planId, name: 'Prairie Out', type: 'ppo', isInNetwork: false } as const
  expect((await manager.call(payers.changePlan, plan)).status).toBe(200)
  // Out of network the payer names no copay, and the card is asked.
  await expect.poll(async () => (await checkIn(appointmentId)).copay.reason, { timeout: 20_000 }).toBe('coverage')
})
