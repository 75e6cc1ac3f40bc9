import { type Body, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aCoverage, aPatient } from '../../patients/testing.ts'
import { aPayer, aResource, aSite, aVisitType } from '../../practice/testing.ts'

let t: TestApp
let desk: TestClient
let siteId: string
let payerId: string
let visitTypeId: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  siteId = await aSite(db)
  payerId = await aPayer(db, { name: 'Not taken here' })
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [await aResource(db, { siteId })] }]
  visitTypeId = await aVisitType(db, { roles, rules: { patient: { notPayerIds: [payerId] } } })
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t?.stop())

async function covered(until: string | null): Promise<string> {
  const { db } = t.riverside
  const patientId = await aPatient(db)
  await aCoverage(db, { patient_id: patientId, payer_id: payerId, period_end: until })
  return patientId
}

async function find(patientId: string | null, wish: Partial<Body<typeof scheduling.findOpenings>> = {}) {
  const dates = { from: '2026-12-07', to: '2026-12-09' }
  const { body } = await desk.call(scheduling.findOpenings, { siteId, visitTypeId, ...dates, patientId, ...wish })
  return body
}

test('nothing is offered to whom the type is not for by their payer; it is said, and so does the booking', async () => {
  const patientId = await covered(null)
  const { openings, near } = await find(patientId)
  expect(openings).toEqual([])
  const against = near.find(({ code }) => code === 'not-for-patient')
  expect(against).toBeDefined()
  const { start, assignments: those } = against!.opening
  const assignments = those.map(({ role, resourceId }) => ({ role, resourceId }))
  const held = await desk.call(scheduling.holdOpening, { visitTypeId, siteId, patientId, start, assignments })
  expect(held).toMatchObject({ status: 409, body: { refusal: { reason: 'payer' } } })
  expect((await find(await aPatient(t.riverside.db))).openings).not.toEqual([])
  expect((await find(null)).openings).not.toEqual([])
})

test('a policy counts on the dates it covers: what is offered is after its end, and can be held', async () => {
  const patientId = await covered('2026-12-07')
  const { openings } = await find(patientId, { limit: 50 })
  expect([...new Set(openings.map(({ start }) => start.slice(0, 10)))].toSorted()).toEqual(['2026-12-08', '2026-12-09'])
  const { start, assignments: those } = openings[0]!
  const assignments = those.map(({ role, resourceId }) => ({ role, resourceId }))
  const held = await desk.call(scheduling.holdOpening, { visitTypeId, siteId, patientId, start, assignments })
  expect(held.status).toBe(200)
})

test('of a chain no leg is on a date on which its payer is not taken', async () => {
  const legs = [{ visitTypeId }, { visitTypeId, gap: { maxDays: 1 } }]
  const dates = { from: '2026-12-07', to: '2026-12-09' }
  const ask = async (patientId: string) =>
    (await desk.call(scheduling.findChains, { siteId, patientId, legs, ...dates })).body
  expect(await ask(await covered(null))).toMatchObject({ chains: [], failing: { leg: 0 } })
  const { chains } = await ask(await covered('2026-12-07'))
  expect(chains.length).toBeGreaterThan(0)
  expect(chains.flatMap((one) => one.legs).filter(({ start }) => start < '2026-12-08')).toEqual([])
})
