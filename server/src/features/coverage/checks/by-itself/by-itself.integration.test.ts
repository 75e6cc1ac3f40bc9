import { eligibility, patients, planRestrictions, restricted } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { PayerSandbox } from '../../../../payer-sandbox/index.ts'
import { tellIn } from '../../../../platform/events/tell.ts'
import type { TestApp, TestClient } from '../../../../platform/testing/test-app.ts'
import { aCoverage, aPatient } from '../../../patients/testing.ts'
import { anAppointment } from '../../../scheduling/testing.ts'
import { aConnection, anEnrolledPayer } from '../../testing.ts'
import { type Asking, openAsking } from '../testing.ts'

let asking: Asking
let t: TestApp
let desk: TestClient
let sandbox: PayerSandbox
let payerId: string
let patientId: string

beforeAll(async () => {
  asking = await openAsking()
  ;({ t, desk, sandbox, payerId } = asking)
})
afterAll(() => asking.stop())
beforeEach(async () => {
  const who = { given: 'Maria', family: 'Nguyen', birth_date: '1961-03-14', sex: 'female' }
  patientId = await aPatient(t.riverside.db, who)
})

const policy = (overrides: Parameters<typeof aCoverage>[1] = {}) =>
  aCoverage(t.riverside.db, {
    patient_id: patientId,
    payer_id: payerId,
    member_id: 'BL400100101',
    ...overrides,
  })

async function questions() {
  return t.riverside.db
    .selectFrom('eligibility_check')
    .select(['id', 'reason', 'service_date', 'appointment_id', 'state'])
    .where('patient_id', '=', patientId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
}

/** What happened is heard by every reaction: one to something that comes after it has heard of it. */
async function heard(event: { readonly type: string; readonly id: string }): Promise<void> {
  await tellIn(t.riverside.db, t.clock.now().toString(), { ...event, patientId })
}

const settled = (many: number) =>
  expect
    .poll(async () => (await questions()).filter(({ state }) => state === 'answered').length, { timeout: 20_000 })
    .toBe(many)

/** Long enough for a reaction that would ask to have asked. */
async function quiet(): Promise<void> {
  const other = await aPatient(t.riverside.db)
  const coverageId = await aCoverage(t.riverside.db, { patient_id: other, payer_id: payerId, member_id: 'BL400100101' })
  await tellIn(t.riverside.db, t.clock.now().toString(), { type: 'coverage.changed', id: coverageId, patientId: other })
  const asked = () =>
    t.riverside.db.selectFrom('eligibility_check').select('state').where('patient_id', '=', other).execute()
  await expect.poll(asked, { timeout: 20_000 }).toEqual([{ state: 'answered' }])
}

test('a booked visit is asked about once, for its day in the running month, else as of today', async () => {
  await policy()
  const ahead = await anAppointment(t.riverside.db, { patientId, start: '2026-12-09T16:00:00Z' })
  await heard({ type: 'appointment.booked', id: ahead.id })
  await settled(1)
  const later = await anAppointment(t.riverside.db, { patientId, start: '2027-02-03T16:00:00Z' })
  await heard({ type: 'appointment.booked', id: later.id })
  await quiet()
  expect(await questions()).toMatchObject([
    { reason: 'booking', service_date: '2026-12-09', appointment_id: ahead.id, state: 'answered' },
  ])

  const other = await aPatient(t.riverside.db, { given: 'Maria', family: 'Nguyen', birth_date: '1961-03-14' })
  patientId = other
  await policy()
  const far = await anAppointment(t.riverside.db, { patientId, start: '2027-02-03T16:00:00Z' })
  await heard({ type: 'appointment.booked', id: far.id })
  await settled(1)
  expect(await questions()).toMatchObject([{ reason: 'booking', service_date: '2026-12-02', appointment_id: far.id }])
  const trail = await t.riverside.db
    .selectFrom('audit_entry')
    .select(['action', 'actor_role'])
    .where('patient_id', '=', patientId)
    .where('action', 'like', 'eligibility.%')
    .orderBy('at')
    .execute()
  expect(trail).toContainEqual({ action: 'eligibility.ask', actor_role: 'system' })
})

test('who has come is asked about unless a good answer is young', async () => {
  await policy()
  const arrive = async (start: string) => {
    const { id } = await anAppointment(t.riverside.db, { patientId, start, status: 'arrived' })
    await heard({ type: 'visit.moved', id })
    return id
  }
  const first = await arrive('2026-12-02T15:00:00Z')
  await settled(1)
  await arrive('2026-12-02T15:40:00Z')
  await quiet()
  expect(await questions()).toMatchObject([{ reason: 'check-in', appointment_id: first, service_date: '2026-12-02' }])
  t.clock.set('2026-12-05T16:00:00Z')
  await arrive('2026-12-05T15:40:00Z')
  await quiet()
  expect(await questions()).toHaveLength(1)
  t.clock.set('2026-12-10T16:00:00Z')
  await arrive('2026-12-10T15:40:00Z')
  await settled(2)
  t.clock.set('2026-12-02T16:00:00Z')
})

test('a card is asked about when it comes and when what it says changes, not when somebody only looked at it', async () => {
  const added = await desk.call(patients.addCoverage, { patientId, payerId, memberId: 'BL400100101', order: 1 })
  const { id: coverageId, version } = added.body
  await settled(1)
  await desk.call(patients.checkCoverage, { patientId, coverageId, source: 'card' })
  await quiet()
  expect(await questions()).toMatchObject([{ reason: 'card', appointment_id: null }])

  t.clock.set('2026-12-02T16:10:00Z')
  const changed = { payerId, memberId: 'BL400100109', order: 1, version }
  expect((await desk.call(patients.changeCoverage, { patientId, coverageId, ...changed })).status).toBe(200)
  await settled(2)
  expect((await questions()).map(({ reason }) => reason)).toEqual(['card', 'card'])
})

test('nobody is asked by itself over a connection that is asked by people only, or about a plan that is over', async () => {
  const { db } = t.riverside
  await policy({ period_end: '2026-11-30' })
  const { id } = await anAppointment(db, { patientId, start: '2026-12-09T16:00:00Z' })
  await heard({ type: 'appointment.booked', id })
  await quiet()
  // Whether another plan covers them is asked, about this one nothing.
  expect((await questions()).filter(({ reason }) => reason !== 'discovery')).toEqual([])

  const kept = await aConnection(db, `${sandbox.url}/rest`, { name: 'By people', settings: { automatic: 'no' } })
  const byPeople = await anEnrolledPayer(db, kept, { name: 'Costly Mutual', knownAs: 'COST1' })
  const coverageId = await policy({ payer_id: byPeople })
  await heard({ type: 'appointment.booked', id })
  await heard({ type: 'coverage.changed', id: coverageId })
  await quiet()
  expect((await questions()).filter(({ reason }) => reason !== 'discovery')).toEqual([])
  expect((await desk.call(eligibility.askPayer, { patientId, coverageId })).status).toBe(200)
})

test('whatever was answered, the visits of a series are one question', async () => {
  await policy({ member_id: 'SBX000201' })
  const seriesOf = [9, 16, 23].map((day) => `2026-12-${String(day).padStart(2, '0')}T16:00:00Z`)
  for (const start of seriesOf) {
    const { id } = await anAppointment(t.riverside.db, { patientId, start })
    await heard({ type: 'appointment.booked', id })
    await settled(1)
  }
  await quiet()
  expect(await questions()).toHaveLength(1)
})

const keep = (appointmentId: string | null = null) =>
  desk.call(planRestrictions.notePlanRestriction, { patientId, appointmentId, remarks: 'pays cash' })

test('what the patient keeps from the plan is asked by nobody by itself, and the trail says why', async () => {
  const coverageId = await policy()
  const noted = await keep()
  expect(noted.body).toMatchObject({ visit: null, remarks: 'pays cash', notedBy: 'Test coordinator', endedAt: null })
  expect((await keep()).refusal).toMatchObject({ reason: 'noted-already', restrictionId: noted.body.id })
  const { id } = await anAppointment(t.riverside.db, { patientId, start: '2026-12-09T16:00:00Z' })
  await heard({ type: 'appointment.booked', id })
  await heard({ type: 'coverage.changed', id: coverageId })
  await quiet()
  expect(await questions()).toEqual([])
  const trail = await t.riverside.db
    .selectFrom('audit_entry')
    .select(['action', 'reason', 'actor_role'])
    .where('patient_id', '=', patientId)
    .where('action', '=', 'eligibility.not-asked')
    .execute()
  expect(trail).toContainEqual({
    action: 'eligibility.not-asked',
    reason: 'restricted by the patient',
    actor_role: 'system',
  })
  const { changes } = (await desk.call(restricted.listChanges, { patientId })).body
  expect(changes).toMatchObject([{ field: 'planRestriction', after: ['every-visit'] }])

  const ended = { patientId, restrictionId: noted.body.id }
  expect((await desk.call(planRestrictions.endPlanRestriction, ended)).status).toBe(200)
  expect((await desk.call(planRestrictions.endPlanRestriction, ended)).refusal?.reason).toBe('ended-already')
  await heard({ type: 'appointment.booked', id })
  await settled(1)
  const { restrictions } = (await desk.call(planRestrictions.listPlanRestrictions, { patientId })).body
  expect(restrictions).toMatchObject([{ id: noted.body.id, endedBy: 'Test coordinator' }])
})

test('a wish about one visit keeps that visit from the plan, and no other', async () => {
  await policy()
  const kept = await anAppointment(t.riverside.db, { patientId, start: '2026-12-09T16:00:00Z' })
  const other = await anAppointment(t.riverside.db, { patientId, start: '2026-12-16T16:00:00Z' })
  expect((await keep(kept.id)).body.visit?.id).toBe(kept.id)
  await heard({ type: 'appointment.booked', id: kept.id })
  await quiet()
  expect(await questions()).toEqual([])
  await heard({ type: 'appointment.booked', id: other.id })
  await settled(1)
  expect(await questions()).toMatchObject([{ appointment_id: other.id }])
  const cards = (appointmentId: string) => desk.call(eligibility.readCoverageCards, { patientId, appointmentId })
  expect((await cards(kept.id)).body.restriction?.visit?.id).toBe(kept.id)
  expect((await cards(other.id)).body.restriction).toBeNull()
  const foreign = await anAppointment(t.riverside.db, { start: '2026-12-16T18:00:00Z' })
  expect((await keep(foreign.id)).problem).toBe('not-found')
})

test('a sweep leaves it out and says how many; the list of coming visits says why', async () => {
  await policy()
  const { id } = await anAppointment(t.riverside.db, { patientId, start: '2026-12-21T16:00:00Z' })
  await keep(id)
  const swept = await desk.call(eligibility.startSweep, { from: '2026-12-21', to: '2026-12-21', again: true })
  expect(swept.body).toMatchObject({ visits: 1, asked: 0, restricted: 1 })
  expect(await questions()).toEqual([])
  const list = await desk.call(eligibility.readVerification, { from: '2026-12-21', to: '2026-12-21' })
  expect(list.body.visits).toMatchObject([{ appointmentId: id, state: 'restricted' }])
  expect(list.body.counts.restricted).toBe(1)
})

test('by hand it is asked only by whoever says that they know; what waits already is not sent', async () => {
  const coverageId = await policy()
  await keep()
  const ask = { patientId, coverageId }
  const refused = await desk.call(eligibility.askPayer, ask)
  expect(refused.refusal).toMatchObject({ reason: 'restricted-by-patient', restriction: { visit: null } })
  const searched = await desk.call(eligibility.discoverCoverage, { patientId })
  expect(searched.refusal?.reason).toBe('restricted-by-patient')
  expect(await questions()).toEqual([])
  expect((await desk.call(eligibility.askPayer, { ...ask, despiteRestriction: true })).status).toBe(200)
  await settled(1)

  const { db } = t.riverside
  const [first] = await questions()
  const row = await db
    .selectFrom('eligibility_check')
    .selectAll()
    .where('id', '=', first?.id ?? '')
    .executeTakeFirstOrThrow()
  const waiting = crypto.randomUUID()
  await db
    .insertInto('eligibility_check')
    .values({
      id: waiting,
      patient_id: patientId,
      coverage_id: coverageId,
      payer_id: row.payer_id,
      connection_id: row.connection_id,
      service_date: row.service_date,
      service_types: row.service_types,
      reason: 'booking',
      asked_at: t.clock.now().toString(),
      state: 'waiting',
      next_attempt_at: t.clock.now().toString(),
    })
    .execute()
  await heard({ type: 'eligibility.changed', id: waiting })
  const failure = () =>
    db
      .selectFrom('eligibility_check')
      .select(['state', 'failure', 'request'])
      .where('id', '=', waiting)
      .executeTakeFirstOrThrow()
  await expect.poll(failure, { timeout: 20_000 }).toEqual({ state: 'failed', failure: 'restricted', request: null })
})
