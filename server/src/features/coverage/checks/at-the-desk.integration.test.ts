import { arrival, eligibility, patients, payers, payments } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestClient } from '../../../platform/testing/test-app.ts'
import { anAppointment } from '../../scheduling/testing.ts'
import { aCoverage, aPayer } from '../../patients/testing.ts'
import { keepCopaysAnew } from './copay/keep-anew.ts'
import { anAnsweredCheck, type Asking, oneOfCast, openAsking, settled } from './testing.ts'

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

test('the second visit of a weekly series stands at the desk as the list of coming visits has it, copay and all', async () => {
  const { db, desk } = asking
  const ids = await oneOfCast(asking)
  const first = await askedAhead(ids)
  const { visit_type_id: visitTypeId } = await db
    .selectFrom('appointment')
    .select('visit_type_id')
    .where('id', '=', first)
    .executeTakeFirstOrThrow()
  const { id } = await anAppointment(db, { patientId: ids.patientId, visitTypeId, start: '2026-12-11T16:00:00Z' })
  const listed = await desk.call(eligibility.readVerification, { from: '2026-12-11', to: '2026-12-11' })
  expect(listed.body.visits.find(({ appointmentId }) => appointmentId === id)?.state).toBe('verified')
  const { coverage, copay } = await checkIn(id)
  expect(coverage).toMatchObject({ state: 'ready', on: '2026-12-02', by: 'payer' })
  expect(copay).toMatchObject({ dueCents: 3000, reason: 'payer' })
  expect(await collectOnCard(ids.patientId, id)).toMatchObject({ lowCents: 3000, because: 'payer' })
  // Turned away later, what was answered stands.
  await anAnsweredCheck(
    db,
    { ...ids, payerId: asking.payerId },
    {
      askedAt: '2026-12-02T16:30:00Z',
      answeredAt: '2026-12-02T16:30:00Z',
      lines: ['AAA*Y**42*R'],
    },
  )
  expect((await checkIn(id)).coverage).toMatchObject({ state: 'ready', by: 'payer' })
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

async function listed(appointmentId: string, date: string) {
  const { body } = await asking.desk.call(eligibility.readVerification, { from: date, to: date })
  const visit = body.visits.find((one) => one.appointmentId === appointmentId)
  if (!visit) throw new Error('not listed')
  return visit
}

const turnedAway = { askedAt: '2026-12-02T16:30:00Z', answeredAt: '2026-12-02T16:30:00Z', lines: ['AAA*Y**42*R'] }

test('after a turn-away or a line that fails the list says what check-in goes by meanwhile, and how old it is', async () => {
  const ids = await oneOfCast(asking)
  const appointmentId = await askedAhead(ids)
  expect(await listed(appointmentId, '2026-12-04')).toMatchObject({
    state: 'verified',
    policies: [{ state: 'verified', meanwhile: null }],
  })
  const id = await anAnsweredCheck(asking.db, { ...ids, payerId: asking.payerId }, turnedAway)
  const away = await listed(appointmentId, '2026-12-04')
  expect(away).toMatchObject({
    state: 'failed',
    policies: [
      {
        check: { outcome: 'turned-away' },
        meanwhile: { says: 'active', answeredAt: expect.stringMatching(/^2026-12-02T16:0/) },
      },
    ],
  })
  expect(away.policies[0]?.meanwhile?.text).toMatch(/ is active on /)
  expect((await checkIn(appointmentId)).coverage).toMatchObject({ state: 'ready', by: 'payer' })

  const unreachable = { state: 'failed', outcome: null, failure: 'too-slow', result: null }
  await asking.db.updateTable('eligibility_check').set(unreachable).where('id', '=', id).execute()
  expect(await listed(appointmentId, '2026-12-04')).toMatchObject({
    state: 'failed',
    policies: [{ check: { state: 'failed' }, meanwhile: { says: 'active' } }],
  })
  // Nothing was ever answered of this one: nothing is used meanwhile.
  const other = await oneOfCast(asking)
  const { id: unanswered } = await anAppointment(asking.db, {
    patientId: other.patientId,
    start: '2026-12-04T18:00:00Z',
  })
  await anAnsweredCheck(asking.db, { ...other, payerId: asking.payerId }, turnedAway)
  expect(await listed(unanswered, '2026-12-04')).toMatchObject({ state: 'failed', policies: [{ meanwhile: null }] })
})

test('a visit that goes to two policies has each in the list, and is verified only when both are', async () => {
  const { db } = asking
  const ids = await oneOfCast(asking)
  const payerId = await aPayer(db, 'Second Mutual')
  const second = await aCoverage(db, {
    patient_id: ids.patientId,
    payer_id: payerId,
    member_id: 'S-1',
    coverage_order: 2,
  })
  const third = await aCoverage(db, { patient_id: ids.patientId, payer_id: payerId, coverage_order: 3 })
  const { id } = await anAppointment(db, { patientId: ids.patientId, start: '2026-12-09T16:00:00Z' })
  const answered = { askedAt: '2026-12-02T16:30:00Z', answeredAt: '2026-12-02T16:30:00Z', serviceDate: '2026-12-09' }
  await anAnsweredCheck(db, { ...ids, payerId: asking.payerId }, { ...answered, lines: ['EB*1**30'] })
  const pins = [ids.coverageId, second].map((coverage_id, at) => ({
    appointment_id: id,
    coverage_id,
    coverage_order: at + 1,
    pinned_at: '2026-12-02T16:00:00Z',
  }))
  await db.insertInto('appointment_coverage').values(pins).execute()
  const states = async () => {
    const { state, policies } = await listed(id, '2026-12-09')
    return [state, ...policies.map((one) => `${one.payerName} ${one.state}`)]
  }
  expect(third).not.toBe(second)
  expect(await states()).toEqual(['never-asked', 'Blue Prairie verified', 'Second Mutual never-asked'])
  await anAnsweredCheck(db, { ...ids, coverageId: second, payerId }, { ...answered, lines: ['EB*6**30'] })
  expect(await states()).toEqual(['changed', 'Blue Prairie verified', 'Second Mutual changed'])
  const later = { ...answered, askedAt: '2026-12-02T17:30:00Z', lines: ['EB*1**30'] }
  await anAnsweredCheck(db, { ...ids, coverageId: second, payerId }, later)
  expect(await states()).toEqual(['verified', 'Blue Prairie verified', 'Second Mutual verified'])
})

test('a visit that the plan does not pay for is red, not verified, and has no copay, until somebody asks the payer', async () => {
  const { db, desk, t, payerId } = asking
  const ids = await oneOfCast(asking, 'BL400100101', { copay_cents: 2500 })
  const appointmentId = await askedAhead(ids)
  const lines = ['EB*1**30**GOLD PPO', 'EB*I**98', 'EB*B**98***27*30*****Y']
  await anAnsweredCheck(
    db,
    { ...ids, payerId },
    {
      askedAt: '2026-12-02T16:12:00Z',
      answeredAt: '2026-12-02T16:12:00Z',
      serviceDate: '2026-12-04',
      serviceTypes: ['98'],
      appointmentId,
      lines,
    },
  )
  await keepCopaysAnew(db, '2026-12-02', '2026-12-02T16:12:00Z')
  const cards = (await desk.call(eligibility.readCoverageCards, { patientId: ids.patientId, appointmentId })).body
  expect(cards.cards[0]).toMatchObject({ light: 'bad', because: 'not-covered' })
  expect(cards.cards[0]?.answer?.notCovered).toEqual([
    { text: 'Office visit: not covered.', pointer: { segment: 10, tag: 'EB' } },
  ])
  expect(cards.collect).toMatchObject({ lowCents: 0, highCents: 0, because: 'not-covered' })
  const day = { from: '2026-12-04', to: '2026-12-04' }
  const listed = async () => {
    const { visits, counts } = (await desk.call(eligibility.readVerification, day)).body
    return { visit: visits.find((one) => one.appointmentId === appointmentId), counts }
  }
  const before = await listed()
  expect(before.visit).toMatchObject({ state: 'not-covered', policies: [{ text: 'Office visit: not covered.' }] })
  expect(before.counts['not-covered']).toBe(1)
  const { coverage, copay } = await checkIn(appointmentId)
  expect(coverage).toMatchObject({ state: 'wrong', by: 'payer', isNotCovered: true })
  expect(copay).toMatchObject({ dueCents: 0, highCents: 0, reason: 'not-covered' })
  const page = await desk.call(patients.readPatient, { patientId: ids.patientId })
  expect(page.body.open.map(({ code }) => code)).toContain('coverage-inactive')
  t.clock.set('2026-12-02T16:13:00Z')
  await desk.call(arrival.confirmStep, { appointmentId, step: 'coverage', done: true })
  expect((await checkIn(appointmentId)).copay).toMatchObject({ dueCents: 2500, reason: 'coverage' })
})
