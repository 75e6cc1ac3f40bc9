import { repair } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aSmallPractice, aVisitType, type SmallPractice } from '../practice/testing.ts'
import { aFullDay } from './testing.ts'

let t: TestApp
let desk: TestClient
let p: SmallPractice

beforeAll(async () => {
  t = await openTestApp({ mailServer: true, publicUrl: 'https://desk.example.org/' })
  t.clock.set('2026-12-07T15:00:00Z')
  p = await aSmallPractice(t.riverside.db)
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t?.stop())

test('a cap of the day is kept by the plan, and every visit of the plan moves when it is applied', async () => {
  const roles = [
    { role: 'clinician', kind: 'practitioner', candidates: Object.values(p.clinicians) },
    { role: 'room', kind: 'room', candidates: p.rooms },
  ] as const
  const capped = await aVisitType(t.riverside.db, { roles, rules: { caps: { perDay: 4 } } })
  const date = '2026-12-15'
  await aFullDay(t.riverside.db, { ...p, visitTypes: { ...p.visitTypes, followUp: capped } }, date)
  const day = { resourceIds: [p.clinicians.okafor], from: date, until: date, reason: 'Dr. Okafor is ill' }
  const { body: plan } = await desk.call(repair.proposeRepair, day)
  const dates = plan.items.flatMap(({ proposal }) => (proposal ? [proposal.start.slice(0, 10)] : []))
  expect(dates).toHaveLength(14)
  for (const each of new Set(dates)) expect(dates.filter((one) => one === each).length).toBeLessThanOrEqual(4)

  const accepted = await desk.call(repair.acceptRepair, { repairId: plan.id, version: plan.version })
  const applied = await desk.call(repair.applyRepair, { repairId: plan.id, version: accepted.body.version })
  expect(applied.body).toMatchObject({ overtaken: 0, counts: { moved: 14 } })
})

test('of visits that new hours left outside: only these are planned, and no time is closed', async () => {
  const date = '2026-12-22'
  const visits = await aFullDay(t.riverside.db, p, date)
  const appointmentIds = [visits[0], visits.at(-1)].map((visit) => visit?.id ?? '')
  const day = { resourceIds: [p.clinicians.okafor], from: date, until: date, reason: 'New hours', appointmentIds }
  const { body: plan } = await desk.call(repair.proposeRepair, day)
  expect(plan.items.map(({ appointmentId }) => appointmentId)).toEqual(appointmentIds)
  expect(plan.closes).toBe(false)

  const accepted = await desk.call(repair.acceptRepair, { repairId: plan.id, version: plan.version })
  const applied = await desk.call(repair.applyRepair, { repairId: plan.id, version: accepted.body.version })
  expect(applied.body).toMatchObject({ overtaken: 0, counts: { affected: 2, moved: 2 } })
  const closed = await t.riverside.db.selectFrom('allocation').select('id').where('block_id', '=', plan.id).execute()
  expect(closed).toEqual([])
})
