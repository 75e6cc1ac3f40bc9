import { arrival, type CallInput, patients, restricted } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { listCoverages } from '../index.ts'
import { aDesk } from '../../arrival/testing.ts'
import { aCoverage, aPatient, aPayer } from '../testing.ts'

let t: TestApp
let desk: TestClient
let payerId: string
let patientId: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T16:00:00Z')
  desk = await t.riverside.as('coordinator')
  payerId = await aPayer(t.riverside.db)
  patientId = await aPatient(t.riverside.db)
})
afterAll(() => t.stop())

type Card = Omit<CallInput<typeof patients.addCoverage>, 'patientId'>

function aCard(overrides: Partial<Card> = {}): Card {
  return { payerId, planName: 'Choice PPO', memberId: 'M1', periodStart: '2026-01-01', copayCents: 2500, ...overrides }
}

test('a card is added, looked at, corrected: then it must be looked at again', async () => {
  const added = await desk.call(patients.addCoverage, { patientId, ...aCard() })
  expect(added.status).toBe(200)
  expect(added.body).toMatchObject({ payerName: 'Prairie Health Plan', memberId: 'M1', checkedAt: null, order: 1 })
  const coverageId = added.body.id

  const checked = await desk.call(patients.checkCoverage, { patientId, coverageId, source: 'card' })
  expect(checked.status).toBe(200)
  const [seen] = await listCoverages(t.riverside.db, patientId)
  expect(seen).toMatchObject({ checkedBy: 'Test coordinator', checkedAt: expect.stringContaining('2026-11-22T16:') })

  const cheaper = await desk.call(patients.changeCoverage, {
    patientId,
    coverageId,
    version: 1,
    ...aCard({ copayCents: 2000 }),
  })
  expect(cheaper.body).toMatchObject({ copayCents: 2000, checkedBy: 'Test coordinator' })
  const other = await desk.call(patients.changeCoverage, {
    patientId,
    coverageId,
    version: 2,
    ...aCard({ memberId: 'M2' }),
  })
  expect(other.body).toMatchObject({ memberId: 'M2', checkedBy: null, checkedAt: null })

  const told = await t.riverside.db
    .selectFrom('outbox')
    .select('payload')
    .where('type', '=', 'coverage.changed')
    .execute()
  expect(told).toHaveLength(4)
  expect(told[0]?.payload).toEqual({ id: coverageId, patientId })
  const trail = await t.riverside.db
    .selectFrom('audit_entry')
    .select(['action', 'patient_id', 'subject_id'])
    .where('action', 'like', 'coverage.%')
    .orderBy('id')
    .execute()
  expect(trail).toEqual(
    ['add', 'check', 'change', 'change'].map((verb) => ({
      action: `coverage.${verb}`,
      patient_id: patientId,
      subject_id: coverageId,
    })),
  )
})

test('what a card cannot say', async () => {
  const coverageId = await aCoverage(t.riverside.db, { patient_id: patientId })
  const unknown = aCard({ payerId: crypto.randomUUID() })
  const backwards = aCard({ periodStart: '2026-05-01', periodEnd: '2026-04-30' })
  for (const [card, reason] of [
    [unknown, 'unknown-payer'],
    [backwards, 'period-backwards'],
  ] as const) {
    expect((await desk.call(patients.addCoverage, { patientId, ...card })).refusal).toEqual({ reason })
    expect((await desk.call(patients.changeCoverage, { patientId, coverageId, version: 1, ...card })).refusal).toEqual({
      reason,
    })
  }
})

test('of two windows the second is told that the first changed it', async () => {
  const coverageId = await aCoverage(t.riverside.db, { patient_id: patientId })
  const change = { patientId, coverageId, version: 1 }
  const ends = { periodEnd: '2026-12-31', endedBecause: 'job-changed' } as const
  const first = await desk.call(patients.changeCoverage, { ...change, ...aCard({ memberId: 'M7', ...ends }) })
  expect(first.body).toMatchObject({ version: 2, endedBecause: 'job-changed' })
  expect((await desk.call(patients.changeCoverage, { ...change, ...aCard({ memberId: 'M8' }) })).refusal).toEqual({
    reason: 'changed-meanwhile',
    version: 2,
  })
  const opened = await desk.call(patients.changeCoverage, { ...change, version: 2, ...aCard({ memberId: 'M7' }) })
  expect(opened.body).toMatchObject({ periodEnd: null, endedBecause: null, version: 3 })
})

test('one policy is there once at a time; after its end it may come again', async () => {
  const person = await aPatient(t.riverside.db)
  const first = await desk.call(patients.addCoverage, { patientId: person, ...aCard({ periodEnd: '2026-06-30' }) })
  const again = aCard({ periodStart: '2026-06-30', periodEnd: null })
  expect((await desk.call(patients.addCoverage, { patientId: person, ...again })).refusal).toEqual({
    reason: 'overlaps',
    coverageId: first.body.id,
  })
  const after = await desk.call(patients.addCoverage, { patientId: person, ...again, periodStart: '2026-07-01' })
  expect(after.status).toBe(200)
  const longer = { patientId: person, coverageId: first.body.id, version: 1, ...aCard({ periodEnd: '2026-07-01' }) }
  expect((await desk.call(patients.changeCoverage, longer)).refusal?.reason).toBe('overlaps')
  const shorter = { ...longer, periodEnd: '2026-06-29' }
  expect((await desk.call(patients.changeCoverage, shorter)).status).toBe(200)
})

test('who holds the policy may be a patient, of this practice, and the plan is one of the payer', async () => {
  const child = await aPatient(t.riverside.db)
  const card = aCard({ memberId: 'M9', relationship: 'child', subscriberName: 'Mai Nguyen' })
  const held = { ...card, subscriberPatientId: patientId, subscriberBirthDate: '1961-03-14' }
  expect((await desk.call(patients.addCoverage, { patientId: child, ...held })).body).toMatchObject({
    subscriberPatientId: patientId,
    subscriberBirthDate: '1961-03-14',
  })
  for (const subscriberPatientId of [child, await aPatient(t.lakeside.db)])
    expect(
      (await desk.call(patients.addCoverage, { patientId: child, ...card, memberId: 'M10', subscriberPatientId }))
        .refusal,
    ).toEqual({ reason: 'unknown-subscriber' })
  const planId = t.clock.id()
  const otherPayer = await aPayer(t.riverside.db, 'Harbor')
  await t.riverside.db.insertInto('plan').values({ id: planId, payer_id: otherPayer, name: 'Plus' }).execute()
  const planned = { patientId: child, ...card, memberId: 'M11', planId }
  expect((await desk.call(patients.addCoverage, planned)).refusal).toEqual({ reason: 'unknown-plan' })
  expect((await desk.call(patients.addCoverage, { ...planned, payerId: otherPayer })).body.planId).toBe(planId)
})

test('a policyholder whose record few may open does not stand in the way of the child’s card, and is not named', async () => {
  const { db } = t.riverside
  const [child, mother] = [await aPatient(db), await aPatient(db)]
  const held = aCard({ memberId: 'M20', relationship: 'child', subscriberName: 'Vera Nguyen' })
  const { id: coverageId } = (
    await desk.call(patients.addCoverage, { patientId: child, ...held, subscriberPatientId: mother })
  ).body
  const officer = await t.riverside.as('lead')
  await officer.call(restricted.restrictPatient, { patientId: mother, restriction: 'vip', reason: 'asked for it' })
  const cardFor = async (who: TestClient) =>
    (await who.call(patients.readPatient, { patientId: child })).body.coverages[0]?.subscriberPatientId
  expect([await cardFor(desk), await cardFor(officer)]).toEqual([null, mother])
  const { visitId: appointmentId } = await aDesk(db, { patientId: child })
  expect((await desk.call(arrival.readCheckIn, { appointmentId })).body.coverages).toMatchObject([
    { memberId: 'M20', subscriberPatientId: null },
  ])

  const change = (version: number, more: Partial<Card>) =>
    desk.call(patients.changeCoverage, { patientId: child, coverageId, version, ...held, ...more })
  // As the window sends it that is not shown the record, and as one sends it that was opened before.
  expect((await change(1, { memberId: 'M21' })).body).toMatchObject({ memberId: 'M21', subscriberPatientId: null })
  expect(await cardFor(officer)).toBe(mother)
  expect((await change(2, { memberId: 'M22', subscriberPatientId: mother })).body).toMatchObject({
    memberId: 'M22',
    subscriberPatientId: null,
  })
  expect(await cardFor(officer)).toBe(mother)
  const other = await aPatient(db, { restriction: 'vip' })
  expect((await change(3, { subscriberPatientId: other })).problem).toBe('restricted')
  const own = await change(3, { relationship: 'self', subscriberName: null })
  expect(own.status).toBe(200)
  expect(await cardFor(officer)).toBeNull()
})

test('neither another person’s nor another practice’s coverage', async () => {
  const elsewhere = await aPatient(t.lakeside.db)
  const theirs = await aCoverage(t.lakeside.db, { patient_id: elsewhere })
  const neighbours = await aCoverage(t.riverside.db)
  expect((await desk.call(patients.addCoverage, { patientId: elsewhere, ...aCard() })).status).toBe(404)
  for (const coverageId of [theirs, neighbours]) {
    expect((await desk.call(patients.changeCoverage, { patientId, coverageId, version: 1, ...aCard() })).status).toBe(
      404,
    )
    expect((await desk.call(patients.checkCoverage, { patientId, coverageId, source: 'card' })).status).toBe(404)
  }
})

test('a junior looks at a card but does not change it', async () => {
  const junior = await t.riverside.as('junior')
  const coverageId = await aCoverage(t.riverside.db, { patient_id: patientId })
  expect((await junior.call(patients.checkCoverage, { patientId, coverageId, source: 'patient' })).status).toBe(200)
  expect((await junior.call(patients.changeCoverage, { patientId, coverageId, version: 1, ...aCard() })).status).toBe(
    403,
  )
})
