import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ok } from '@foyer/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aPatient } from '../../features/patients/testing.ts'
import { openCtx } from '../context.ts'
import type { HappenedEvent } from '../events/event.ts'
import { deadlocks, whileHeld } from '../testing/locks.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'
import { organizationsOver } from '../organizations.ts'
import type { Db } from './organization-db.ts'
import { inTransaction } from './transaction.ts'

let t: TestApp
let db: Db
let staffId: string
let told: HappenedEvent[]
/** Both want `gate`, each with one of the others in hand, and then the one that the other has: a circle every time. */
let [one, other, gate] = ['', '', '']

beforeAll(async () => {
  t = await openTestApp()
  db = t.riverside.db
  staffId = (await t.riverside.as('coordinator')).staffId
})
beforeEach(async () => {
  told = []
  one = await aPatient(db)
  other = await aPatient(db)
  gate = await aPatient(db)
})
afterAll(() => t.stop())

function note(on: Db, id: string) {
  return on
    .updateTable('patient')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
}

async function versions(): Promise<number[]> {
  const rows = await db.selectFrom('patient').select('version').where('id', 'in', [one, other, gate]).execute()
  return rows.map(({ version }) => version).toSorted((a, b) => a - b)
}

function ctxOf(key: string) {
  const organization = t.app.organizations.find('riverside')
  if (!organization) throw new Error('no riverside')
  return openCtx({
    pool: t.pool,
    clock: t.clock,
    organization,
    actor: { staffId, name: 'Test coordinator', role: 'coordinator' },
    requestId: key,
    action: 'patient.change',
    key: { staffId, key, requestHash: Buffer.from(key) },
    onTold: (_, events) => told.push(...events),
  })
}

async function inACircle(first: () => Promise<unknown>, second: () => Promise<unknown>) {
  const before = await deadlocks(t)
  const ended = await whileHeld(t, db, (tx) => note(tx, gate).execute(), [first, second])
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  expect((await deadlocks(t)) - before, 'a test that meets no circle shows nothing').toBe(1)
  expect(await versions()).toEqual([3, 3, 4])
}

async function noted(keys: readonly string[]) {
  const entries = await db.selectFrom('audit_entry').select('id').where('request_id', 'in', keys).execute()
  const answers = await db.selectFrom('idempotency').select('reply').where('key', 'in', keys).execute()
  return { entries: entries.length, answers: answers.map(({ reply }) => JSON.stringify(reply)).toSorted() }
}

test('of two that wait for one another both are done, the one that was ended from its beginning', async () => {
  const inOrder = (ids: readonly string[]) => () =>
    inTransaction(db, async (tx) => {
      for (const id of ids) await note(tx, id).execute()
    })
  await inACircle(inOrder([one, gate, other]), inOrder([other, gate, one]))
})

test('a request that is done again tells, notes and remembers once', async () => {
  const inOrder = (key: string, ids: readonly string[]) => () => {
    const ctx = ctxOf(key)
    return ctx.tx(async (tx) => {
      await ctx.tell(tx, { type: 'patient.changed', id: key })
      for (const id of ids) await note(tx, id).execute()
      return ok(key)
    })
  }
  await inACircle(inOrder('tx-first', [one, gate, other]), inOrder('tx-second', [other, gate, one]))
  expect(told.map(({ id }) => id).toSorted()).toEqual(['tx-first', 'tx-second'])
  const kept = await noted(['tx-first', 'tx-second'])
  expect(kept.entries).toBe(2)
  expect(kept.answers).toEqual(['"tx-first"', '"tx-second"'])
})

test('so do statements that are saved in one round trip', async () => {
  const inOrder = (key: string, ids: readonly string[]) => () =>
    ctxOf(key).save(
      key,
      ids.map((id) => note(db, id)),
      [{ type: 'patient.changed', id: key }],
    )
  await inACircle(inOrder('save-first', [one, gate, other]), inOrder('save-second', [other, gate, one]))
  expect(told.map(({ id }) => id).toSorted()).toEqual(['save-first', 'save-second'])
  expect((await noted(['save-first', 'save-second'])).entries).toBe(2)
})

test('a fault that is not of the moment is thrown at once', async () => {
  let tries = 0
  const twice = inTransaction(db, async (tx) => {
    tries += 1
    await tx.insertInto('patient_identifier').values({ patient_id: one, system: 'urn:x', value: 'same' }).execute()
    await tx.insertInto('patient_identifier').values({ patient_id: other, system: 'urn:x', value: 'same' }).execute()
  })
  await expect(twice).rejects.toMatchObject({ code: '23505' })
  expect(tries).toBe(1)
})

test('who holds a transaction and asks for a second connection is told so, by statement and by save', async () => {
  const second = /second connection/
  await expect(inTransaction(db, () => note(db, one).execute())).rejects.toThrow(second)
  const saves = inTransaction(db, () => ctxOf('a second one').save('', [note(db, one)], []))
  await expect(saves).rejects.toThrow(second)
  expect(await versions()).toEqual([1, 1, 1])
})

test('no other file of the server opens a transaction', () => {
  const root = resolve(import.meta.dirname, '../..')
  const all = globSync('**/*.ts', { cwd: root }).filter((file) => !/(^|[/.])test(s|ing)?[/.]/.test(file))
  expect(all.length).toBeGreaterThan(300)
  const open = all.filter((file) => readFileSync(join(root, file), 'utf8').includes('.transaction()'))
  expect(open).toEqual([join('platform', 'database', 'transaction.ts')])
})

test('only what is done again when it is lost does not wait for the disk, and it is the same tables', async () => {
  const behind = t.pool.beside({ size: 1, isDoneAgain: true })
  try {
    // Where the tests run the whole server may be set so: what counts is who asked for it.
    const waits = async (on: Db) => {
      const asked = sql<{ own: boolean }>`select source = 'client' and setting = 'off' as own
        from pg_settings where name = 'synchronous_commit'`
      return (await asked.execute(on)).rows[0]?.own === false
    }
    const its = organizationsOver(t.app.organizations, behind).find('riverside')
    if (!its) throw new Error('no riverside')
    expect(await waits(db)).toBe(true)
    expect(await waits(its.db)).toBe(false)
    await inTransaction(its.db, (on) => note(on, one).execute())
    expect(await versions()).toEqual([1, 1, 2])
    // Who holds its one connection and asks for another is told so there too.
    await expect(inTransaction(its.db, () => note(its.db, other).execute())).rejects.toThrow('second connection')
  } finally {
    await behind.end()
  }
})
