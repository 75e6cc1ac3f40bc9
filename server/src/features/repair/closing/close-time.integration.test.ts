import { repair } from '@foyer/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/test-app.ts'
import { aSmallPractice, type SmallPractice } from '../../practice/testing.ts'
import { anAppointment } from '../../scheduling/testing.ts'

let t: TestApp
let p: SmallPractice

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-12-07T15:00:00Z')
  p = await aSmallPractice(t.riverside.db)
})
afterAll(() => t?.stop())

test('somebody books into the time at the moment it is closed: it is closed around them', async () => {
  const { db } = t.riverside
  const resourceId = p.clinicians.okafor
  const assignments = [
    { role: 'clinician', resourceId },
    { role: 'room', resourceId: p.rooms[0] },
  ]
  await anAppointment(db, { siteId: p.siteId, visitTypeId: p.visitTypes.followUp, assignments })
  const desk = await t.riverside.as('coordinator')
  const day = { from: '2026-12-08', until: '2026-12-08', reason: 'Dr. Okafor is ill' }
  const { body: plan } = await desk.call(repair.proposeRepair, { resourceIds: [resourceId], ...day })
  const { body: accepted } = await desk.call(repair.acceptRepair, { repairId: plan.id, version: plan.version })

  const late = '[2026-12-08T20:00:00Z,2026-12-08T20:20:00Z)'
  // As a booking does: it has its turn and its time, and has not ended yet.
  const applied = await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${resourceId} 2026-12-08`}, 0))`.execute(tx)
    const row = { id: t.clock.id(), resource_id: resourceId, during: late, reason: 'Somebody else' }
    await tx.insertInto('allocation').values(row).execute()
    const answer = desk.call(repair.applyRepair, { repairId: plan.id, version: accepted.version })
    await new Promise((done) => setTimeout(done, 300))
    return { answer }
  })
  const answer = await applied.answer
  expect([answer.status, answer.body.counts?.moved]).toEqual([200, 1])
  const there = await db
    .selectFrom('allocation')
    .select('reason')
    .where('resource_id', '=', resourceId)
    .where(sql<boolean>`during && ${late}::tstzrange`)
    .execute()
  expect(there).toEqual([{ reason: 'Somebody else' }])
})
