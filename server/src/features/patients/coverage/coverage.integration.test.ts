import { type CallInput, patients } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { listCoverages } from '../index.ts'
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

  const cheaper = await desk.call(patients.changeCoverage, { patientId, coverageId, ...aCard({ copayCents: 2000 }) })
  expect(cheaper.body).toMatchObject({ copayCents: 2000, checkedBy: 'Test coordinator' })
  const other = await desk.call(patients.changeCoverage, { patientId, coverageId, ...aCard({ memberId: 'M2' }) })
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
    expect((await desk.call(patients.changeCoverage, { patientId, coverageId, ...card })).refusal).toEqual({ reason })
  }
})

test('neither another person’s nor another practice’s coverage', async () => {
  const elsewhere = await aPatient(t.lakeside.db)
  const theirs = await aCoverage(t.lakeside.db, { patient_id: elsewhere })
  const neighbours = await aCoverage(t.riverside.db)
  expect((await desk.call(patients.addCoverage, { patientId: elsewhere, ...aCard() })).status).toBe(404)
  for (const coverageId of [theirs, neighbours]) {
    expect((await desk.call(patients.changeCoverage, { patientId, coverageId, ...aCard() })).status).toBe(404)
    expect((await desk.call(patients.checkCoverage, { patientId, coverageId, source: 'card' })).status).toBe(404)
  }
})

test('a junior looks at a card but does not change it', async () => {
  const junior = await t.riverside.as('junior')
  const coverageId = await aCoverage(t.riverside.db, { patient_id: patientId })
  expect((await junior.call(patients.checkCoverage, { patientId, coverageId, source: 'patient' })).status).toBe(200)
  expect((await junior.call(patients.changeCoverage, { patientId, coverageId, ...aCard() })).status).toBe(403)
})
