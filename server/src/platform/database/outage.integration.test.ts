import { patients } from '@foyer/contract'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aMessage } from '../../features/messages/testing.ts'
import { aPatient } from '../../features/patients/testing.ts'
import { faultLine } from '../fault-line.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'
import { openPool } from './pool.ts'

let t: TestApp
/** They stand outside; one holds a lock, the other looks on. */
let locker: pg.Client
let admin: pg.Client

beforeAll(async () => {
  t = await openTestApp()
  locker = new pg.Client({ connectionString: t.url })
  admin = new pg.Client({ connectionString: t.url })
  await Promise.all([locker.connect(), admin.connect()])
})
afterAll(async () => {
  await Promise.all([locker.end(), admin.end()])
  await t.stop()
})

async function count(where: string): Promise<number> {
  const { rows } = await admin.query<{ count: string }>(
    `select count(*) from pg_stat_activity where datname = current_database() and ${where}`,
  )
  return Number(rows[0]?.count)
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const started = Date.now()
  while (!(await holds()) && Date.now() - started < 15_000) await new Promise((next) => setTimeout(next, 25))
  expect(await holds()).toBe(true)
}

test('a database that goes away under requests costs those requests and nothing else', async () => {
  const coordinator = await t.riverside.as('coordinator')
  const patientId = await aPatient(t.riverside.db, { email: 'mai@example.org' })
  const schema = t.app.organizations.find('riverside')?.schema ?? ''
  await locker.query('begin')
  await locker.query(`lock table ${schema}.patient, ${schema}.coverage`)
  const underWay = [
    coordinator.call(patients.readPatient, { patientId }),
    coordinator.call(patients.checkCoverage, { patientId, coverageId: t.clock.id(), source: 'card' }),
    coordinator.call(patients.readPatient, { patientId }),
  ]
  await until(async () => (await count(`wait_event_type = 'Lock'`)) >= 1)
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'foyer%'`,
  )
  await locker.query('rollback')
  const answers = await Promise.all(underWay)
  expect(answers.map((answer) => answer.status)).toContain(500)

  expect((await coordinator.call(patients.readPatient, { patientId })).status).toBe(200)
  expect((await t.app.http.inject('/readyz')).statusCode).toBe(200)
  await until(async () => (await count(`application_name = 'foyer notices'`)) === 1)

  const message = await aMessage(t.riverside.db, { patientId })
  await t.riverside.db
    .insertInto('outbox')
    .values({
      type: 'message.queued',
      payload: JSON.stringify({ id: message.id, patientId }),
      at: t.clock.now().toString(),
    })
    .execute()
  await until(async () => {
    const row = await t.riverside.db
      .selectFrom('message')
      .select('state')
      .where('id', '=', message.id)
      .executeTakeFirst()
    return row?.state === 'kept'
  })
}, 40_000)

test('who waits in vain for a connection is told whether they were all in use', async () => {
  const pool = openPool({ url: t.url, size: 1, patience: 200, onError: () => {} })
  const held = await pool.connect()
  const waited = await Promise.allSettled([pool.connect(), pool.connect()])
  held.release()
  await pool.end()
  expect(waited.map((one) => one.status === 'rejected' && faultLine(one.reason))).toMatchObject([
    { name: 'Error', code: '1 of 1 open, 0 idle, 1 waiting' },
    { name: 'Error', code: '1 of 1 open, 0 idle, 0 waiting' },
  ])
})
