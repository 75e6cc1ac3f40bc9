import { coverageOrder, estimates, patients, practice, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { aCoverage, aPatient, aPayer } from '../../patients/testing.ts'
import { openPracticeBook } from '../../practice/index.ts'
import { aSmallPractice, type SmallPractice } from '../../practice/testing.ts'
import { settleDuty } from './duty/settle-duty.ts'

let t: TestApp
let p: SmallPractice
let desk: TestClient
let patientId: string
let payerId: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-24T15:00:00Z')
  p = await aSmallPractice(t.riverside.db)
  payerId = await aPayer(t.riverside.db)
  const manager = await t.riverside.as('manager')
  // Closed the whole week around Thanksgiving, of which the clock of the law knows the Thursday only.
  const closed = ['2026-11-25', '2026-11-26', '2026-11-27'].map((date) => ({ date, name: 'Closed', siteId: null }))
  const saved = await manager.call(practice.addHolidays, { holidays: closed })
  expect(saved.status).toBe(200)
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t.stop())
beforeEach(async () => {
  patientId = await aPatient(t.riverside.db)
})

async function book(start: string) {
  const assignments = [
    { role: 'clinician' as const, resourceId: p.clinicians.okafor },
    { role: 'room' as const, resourceId: p.rooms[0] },
  ]
  const wish = { patientId, siteId: p.siteId, visitTypeId: p.visitTypes.followUp, start, assignments }
  const { status, body } = await desk.call(scheduling.bookAppointment, wish)
  expect(status).toBe(200)
  return body
}

async function rows() {
  return t.riverside.db
    .selectFrom('estimate')
    .select(['id', 'state', 'cause', 'due_on', 'service_date', 'replaces_id'])
    .where('patient_id', '=', patientId)
    .orderBy('id')
    .execute()
}

/** By what the jobs did. */
async function until(check: (found: Awaited<ReturnType<typeof rows>>) => void) {
  await vi.waitFor(async () => check(await rows()), { timeout: 15_000, interval: 100 })
}

test('booked nine business days ahead without a plan: one is owed the business day after, over the holiday', async () => {
  t.clock.set('2026-11-25T23:30:00Z')
  desk = await t.riverside.another('coordinator')
  await book('2026-12-08T16:40:00Z')
  await until((found) =>
    expect(found).toMatchObject([
      { state: 'wanted', cause: 'booked', due_on: '2026-11-27', service_date: '2026-12-08' },
    ]),
  )
  // After midnight in London, still the 25th in Chicago; on the 28th it is late there.
  t.clock.set('2026-11-28T05:30:00Z')
  desk = await t.riverside.another('coordinator')
  const isOverdue = async () => {
    const { estimates: due } = (await desk.call(estimates.listDueEstimates, {})).body
    return due.find(({ patient }) => patient.id === patientId)?.isOverdue
  }
  expect(await isOverdue()).toBe(false)
  t.clock.set('2026-11-28T06:30:00Z')
  desk = await t.riverside.another('coordinator')
  expect(await isOverdue()).toBe(true)
  t.clock.set('2026-11-24T15:00:00Z')
  desk = await t.riverside.another('coordinator')
})

test('asked first and booked then, one is owed: the one asked for, by whichever day comes first', async () => {
  const about = { visitTypeId: p.visitTypes.followUp, siteId: p.siteId, date: null }
  const asked = { patientId, ...about, pays: 'self-pay', cause: 'requested' } as const
  const { body: wanted } = await desk.call(estimates.wantEstimate, asked)
  expect(wanted.dueOn).toBe('2026-11-30')
  const { id: appointmentId } = await book('2026-12-03T16:00:00Z')
  await until((found) =>
    expect(found).toMatchObject([{ id: wanted.id, due_on: '2026-11-25', service_date: '2026-12-03' }]),
  )
  // Made, it is not given: until then it is due, unless the visit does not take place.
  const dueNow = async () =>
    (await desk.call(estimates.listDueEstimates, {})).body.estimates.filter(({ patient }) => patient.id === patientId)
  expect(await dueNow()).toMatchObject([{ id: wanted.id, appointmentId, state: 'wanted' }])
  await t.riverside.db.updateTable('estimate').set({ state: 'made' }).where('id', '=', wanted.id).execute()
  expect(await dueNow()).toMatchObject([{ id: wanted.id, state: 'made' }])
  const { body } = await desk.call(scheduling.readAppointment, { appointmentId })
  await desk.call(scheduling.cancelAppointment, { appointmentId, reason: 'patient', version: body.version })
  expect(await dueNow()).toEqual([])
})

test('the day that is 25 hours long is one day: the service date is that of the site', async () => {
  t.clock.set('2026-10-20T15:00:00Z')
  desk = await t.riverside.another('coordinator')
  // Monday 2 November, 08:00 in Chicago, the day after clocks went back.
  await book('2026-11-02T14:00:00Z')
  await until((found) => expect(found).toMatchObject([{ due_on: '2026-10-21', service_date: '2026-11-02' }]))
  t.clock.set('2026-11-24T15:00:00Z')
  desk = await t.riverside.another('coordinator')
})

test('with a plan nothing is owed, until the person says that they pay alone; and back', async () => {
  await aCoverage(t.riverside.db, { patient_id: patientId, payer_id: payerId })
  const { id: appointmentId } = await book('2026-12-09T15:00:00Z')
  const alone = await desk.call(estimates.choosePayment, { appointmentId, pays: 'self-pay' })
  expect(alone.body).toMatchObject({ pays: 'self-pay', owed: { dueOn: '2026-11-30' } })
  expect(await rows()).toMatchObject([{ state: 'wanted' }])
  const back = await desk.call(estimates.choosePayment, { appointmentId, pays: 'insured' })
  expect(back.body.owed).toBeNull()
  expect(await rows()).toMatchObject([{ state: 'withdrawn' }])
})

test('who has a plan is asked who pays, where they book and at check-in; what was said is kept', async () => {
  await aCoverage(t.riverside.db, { patient_id: patientId, payer_id: payerId })
  const { id: appointmentId } = await book('2026-12-09T17:00:00Z')
  const asked = async () => (await desk.call(estimates.readPayment, { appointmentId })).body
  expect(await asked()).toEqual({ isAsked: true, said: null, owed: null, can: { choose: true } })
  await desk.call(estimates.choosePayment, { appointmentId, pays: 'self-pay' })
  expect(await asked()).toMatchObject({ isAsked: true, said: 'self-pay', owed: { dueOn: '2026-11-30' } })
  await desk.call(estimates.choosePayment, { appointmentId, pays: 'insured' })
  expect(await asked()).toMatchObject({ said: 'insured', owed: null })
})

test('who has no plan that day, or whose visit does not take place, is not asked', async () => {
  const { id: appointmentId, version } = await book('2026-12-11T15:00:00Z')
  const asked = async () => (await desk.call(estimates.readPayment, { appointmentId })).body.isAsked
  expect(await asked()).toBe(false)
  const covered = { patient_id: patientId, payer_id: payerId, period_end: '2026-12-10' }
  const id = await aCoverage(t.riverside.db, covered)
  expect(await asked()).toBe(false)
  await t.riverside.db.updateTable('coverage').set({ period_end: null }).where('id', '=', id).execute()
  expect(await asked()).toBe(true)
  await desk.call(scheduling.cancelAppointment, { appointmentId, reason: 'patient', version })
  expect(await asked()).toBe(false)
})

test('a plan that is told of later takes it off the list; cancelled, it goes too', async () => {
  const { id: appointmentId } = await book('2026-12-10T15:00:00Z')
  await until((found) => expect(found).toMatchObject([{ state: 'wanted' }]))
  await desk.call(patients.addCoverage, {
    patientId,
    payerId,
    planName: 'Choice PPO',
    memberId: 'M1',
    groupNumber: null,
    relationship: 'self',
    subscriberName: null,
    periodStart: '2026-01-01',
    periodEnd: null,
    order: 1,
    copayCents: null,
  })
  await until((found) => expect(found).toMatchObject([{ state: 'withdrawn' }]))
  await desk.call(estimates.choosePayment, { appointmentId, pays: 'self-pay' })
  expect((await rows()).map(({ state }) => state)).toEqual(['withdrawn', 'wanted'])
  const { body } = await desk.call(scheduling.readAppointment, { appointmentId })
  await desk.call(scheduling.cancelAppointment, { appointmentId, reason: 'patient', version: body.version })
  await until((found) => expect(found.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']))
})

test('done twice, or by two at once, there is one', async () => {
  const { id: appointmentId } = await book('2026-12-11T15:00:00Z')
  await until((found) => expect(found).toHaveLength(1))
  const organization = t.app.organizations.find('riverside')
  if (!organization) throw new Error('no organization')
  const whole = await openPracticeBook().read(organization)
  const again = () =>
    inTransaction(organization.db, (db) =>
      settleDuty(db, appointmentId, {
        practice: whole,
        now: t.clock.now(),
        newId: () => t.clock.id(),
        tell: async () => {},
        isNewlyAgreed: false,
      }),
    )
  await Promise.all([again(), again(), again()])
  expect(await rows()).toHaveLength(1)
})

test('a visit that moved after its estimate was made is owed a new one, a business day before', async () => {
  const { id: appointmentId } = await book('2026-12-14T15:00:00Z')
  await until((found) => expect(found).toHaveLength(1))
  const [first] = await rows()
  if (!first) throw new Error('none')
  await t.riverside.db.updateTable('estimate').set({ state: 'given' }).where('id', '=', first.id).execute()
  const { body } = await desk.call(scheduling.readAppointment, { appointmentId })
  const moved = await desk.call(scheduling.moveAppointment, {
    appointmentId,
    start: '2026-12-16T15:00:00Z',
    assignments: body.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
    reason: 'patient',
    version: body.version,
  })
  expect(moved.status).toBe(200)
  await until((found) =>
    expect(found).toMatchObject([
      { state: 'given', service_date: '2026-12-14' },
      { state: 'wanted', cause: 'changed', due_on: '2026-12-15', service_date: '2026-12-16', replaces_id: first.id },
    ]),
  )
})

test('of another organization no visit is found', async () => {
  const { id: appointmentId } = await book('2026-12-17T15:00:00Z')
  const stranger = await t.lakeside.as('manager')
  expect((await stranger.call(estimates.choosePayment, { appointmentId, pays: 'self-pay' })).status).toBe(404)
})

test('hurt at work with nobody but the employer’s insurer: no good faith estimate is owed once that is said', async () => {
  await aCoverage(t.riverside.db, { patient_id: patientId, payer_id: payerId, kind: 'work' })
  const { id: appointmentId } = await book('2026-12-10T16:40:00Z')
  await until((found) => expect(found).toMatchObject([{ state: 'wanted' }]))
  await desk.call(coverageOrder.noteVisitCause, { appointmentId, cause: 'work' })
  await until((found) => expect(found).toMatchObject([{ state: 'withdrawn' }]))
  await desk.call(coverageOrder.noteVisitCause, { appointmentId, cause: 'illness' })
  await until((found) => expect(found.map(({ state }) => state)).toContain('wanted'))
})
