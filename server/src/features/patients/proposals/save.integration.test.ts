import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../testing.ts'
import { saveProposals } from './store.ts'

let t: TestApp

beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t.stop())

test('a later proposal takes the place of an open one, however often one connection has said so', async () => {
  const { db } = t.riverside
  const patient_id = await aPatient(db)
  // After five runs PostgreSQL plans a prepared statement without its values.
  await db.transaction().execute(async (tx) => {
    for (let said = 1; said <= 12; said += 1)
      await saveProposals(tx, [
        {
          id: t.clock.id(),
          patient_id,
          source: 'clinic',
          field: 'family',
          proposed: `Quill ${said}`,
          current: 'Nguyen',
          received_at: '2026-11-28T16:00:00Z',
        },
      ])
  })
  const kept = await db.selectFrom('change_proposal').select('proposed').where('patient_id', '=', patient_id).execute()
  expect(kept).toEqual([{ proposed: 'Quill 12' }])
})
