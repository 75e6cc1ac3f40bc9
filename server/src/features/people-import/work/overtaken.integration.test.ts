import { peopleImport } from '@foyer/contract'
import { expect, onTestFinished, test } from 'vitest'
import { whileHeld } from '../../../platform/testing/locks.ts'
import { openTestApp } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { checked, csv, sendFile, untilState } from '../testing.ts'

test('a record that is merged between its comparison and the writing is compared again, and nothing is logged as a fault', async () => {
  const t = await openTestApp()
  onTestFinished(() => t.stop())
  const { db } = t.riverside
  const manager = await t.riverside.as('manager')
  const name = { given: 'Wilhelmina', family: 'Ostrander', birth_date: '1948-02-09', phone: '3125550190' }
  const merged = await aPatient(db, name)
  const survivor = await aPatient(db, { given: 'Ulf', family: 'Brekke' })
  const row = 'Ostrander,Wilhelmina,2/9/1948,3125550190,w@example.org'
  const runId = await sendFile(manager, csv('Last Name,First Name,DOB,Cell,E-mail', [row]))
  expect((await checked(manager, runId)).counts).toMatchObject({ matched: 1 })

  const merge = (tx: typeof db) =>
    tx.updateTable('patient').set({ merged_into: survivor }).where('id', '=', merged).execute()
  const run = async () => {
    await manager.call(peopleImport.runImport, { runId })
    return untilState(manager, runId, 'done', 'failed')
  }
  const [came] = await whileHeld(t, db, merge, [run])

  expect(came).toMatchObject({ value: { state: 'done', counts: { matched: 0, created: 1 } } })
  expect(t.logged.filter((line) => Number(JSON.parse(line).level) >= 50)).toEqual([])
})
