import { duplicates, patients, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../../platform/database/organization-db.ts'
import { deadlocks, whileHeld } from '../../../platform/testing/locks.ts'
import { aSmallPractice } from '../../practice/testing.ts'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aCoverage, aPatient, aPayer } from '../testing.ts'
import { leadStragglers } from './lead-stragglers.ts'
import { lockPatients } from './store.ts'
import { suspectAgain } from './suspect.ts'

let t: TestApp
let db: Db
let senior: TestClient

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  db = t.riverside.db
  senior = await t.riverside.as('senior')
})
afterAll(() => t.stop())

async function merge(survivor: string, merged: string) {
  const version = { version: 1, mergedVersion: 1 }
  return senior.call(duplicates.mergePatients, { patientId: survivor, mergedId: merged, ...version })
}

function unmerge(mergeId: string) {
  return senior.call(duplicates.unmergePatients, { mergeId })
}

function coverageOf(id: string) {
  return db.selectFrom('coverage').select(['member_id', 'patient_id']).where('id', '=', id).executeTakeFirstOrThrow()
}

function holdCoverage(id: string) {
  return (tx: Db) => tx.selectFrom('coverage').select('id').where('id', '=', id).forUpdate().execute()
}

// PostgreSQL looks for circles only after a second of waiting: whoever is in one has waited that long, and more.
async function withoutACircle(work: () => Promise<void>): Promise<void> {
  const before = await deadlocks(t)
  await work()
  expect((await deadlocks(t)) - before).toBe(0)
}

test('a merge is taken back while what had begun before it is being led to the survivor', () =>
  withoutACircle(async () => {
    const [one, other] = [await aPatient(db), await aPatient(db)]
    const { body } = await merge(one, other)
    await aCoverage(db, { patient_id: other })
    const ended = await whileHeld(t, db, (tx) => lockPatients(tx, [other]), [
      () => leadStragglers(db, other),
      () => unmerge(body.mergeId),
    ])
    expect(ended).toMatchObject([{ value: 1 }, { value: { status: 200 } }])
  }))

test('a merge while one of the two is being compared with others', () =>
  withoutACircle(async () => {
    const [one, other] = [await aPatient(db), await aPatient(db)]
    const held = await aCoverage(db, { patient_id: other })
    const ended = await whileHeld(t, db, holdCoverage(held), [
      () => merge(one, other),
      () => suspectAgain(db, other, '2026-11-22T16:00:00Z'),
    ])
    expect(ended).toMatchObject([{ value: { status: 200 } }, { status: 'fulfilled' }])
  }))

test('a change that was let in before the merge and comes to its turn after it is turned away', () =>
  withoutACircle(async () => {
    const [one, other] = [await aPatient(db), await aPatient(db)]
    const coverageId = await aCoverage(db, { patient_id: other })
    const payerId = await aPayer(db)
    const ended = await whileHeld(t, db, (tx) => lockPatients(tx, [other]), [
      () => merge(one, other),
      () => senior.call(patients.changeCoverage, { patientId: other, coverageId, payerId, memberId: 'M9', version: 1 }),
    ])
    expect(ended).toMatchObject([{ value: { status: 200 } }, { value: { problem: 'merged-record' } }])
    expect((await coverageOf(coverageId)).member_id).toBe('M100200300')
  }))

test('another opening is held for somebody who is being merged with whom the last was held for', () =>
  withoutACircle(async () => {
    const p = await aSmallPractice(db)
    const [one, other] = [await aPatient(db), await aPatient(db)]
    const hold = (patientId: string, start: string) => {
      const room = { role: 'room' as const, resourceId: p.rooms[0] }
      const assignments = [{ role: 'clinician' as const, resourceId: p.clinicians.okafor }, room]
      const place = { visitTypeId: p.visitTypes.followUp, siteId: p.siteId, start, assignments }
      return senior.call(scheduling.holdOpening, { ...place, patientId })
    }
    expect((await hold(other, '2026-12-08T15:00:00Z')).status).toBe(200)
    const held = await aCoverage(db, { patient_id: other })
    const ended = await whileHeld(t, db, holdCoverage(held), [
      () => merge(one, other),
      () => hold(one, '2026-12-08T16:00:00Z'),
    ])
    expect(ended).toMatchObject([{ value: { status: 200 } }, { value: { status: 200 } }])
  }))
