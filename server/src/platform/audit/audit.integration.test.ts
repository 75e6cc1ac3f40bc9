import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { openTestApp, type TestApp } from '../testing/test-app.ts'
import type { AuditEntry } from './entry.ts'
import { sealKey, sealUpTo, takeMark } from './seal.ts'
import { verifySeal } from './verify.ts'

let t: TestApp
const key = sealKey('the key of this test, which is long enough')

beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t.stop())

function anEntry(overrides: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: '2026-11-22T16:40:00.123Z',
    actor_id: null,
    actor_name: 'Rosa Delgado',
    actor_role: 'coordinator',
    action: 'patient.read',
    outcome: 'ok',
    patient_id: null,
    patient_ids: null,
    subject_id: null,
    reason: null,
    request_id: t.clock.id(),
    ...overrides,
  }
}

/** Seals all that is there, as the sealer would after its grace; other tests' transactions on the server may delay it. */
async function sealAll(): Promise<number> {
  const { db } = t.lakeside
  const mark = await takeMark(db, 0)
  const seal = { key, organization: `test ${t.url}` }
  let sealed = 0
  for (let tries = 0; tries < 200; tries += 1) {
    const count = await sealUpTo(db, seal, mark, { ms: 60_000, iso: '2026-11-22T16:41:00Z' })
    sealed += count
    if (count === 0 && sealed > 0) break
    if (count === 0) await new Promise((next) => setTimeout(next, 25))
  }
  return sealed
}

async function entryIds(): Promise<number[]> {
  const rows = await t.lakeside.db.selectFrom('audit_entry').select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}

async function write(count: number): Promise<void> {
  const log = t.app.organizations.find('lakeside')?.auditLog
  if (!log) throw new Error('no such organization')
  const patients = [t.clock.id(), t.clock.id()]
  await Promise.all(
    Array.from({ length: count }, (_, index) =>
      log.write(anEntry(index % 2 ? { patient_ids: patients } : { patient_id: t.clock.id() })),
    ),
  )
}

test('entries written side by side are all there, and sealed they verify whole', async () => {
  await write(40)
  expect(await entryIds()).toHaveLength(40)
  expect(await sealAll()).toBe(40)
  await write(5)
  expect(await sealAll()).toBe(5)
  const report = await verifySeal(t.lakeside.db, key)
  expect(report).toMatchObject({ whole: true, batches: 2, entries: 45, unsealed: 0, faults: [] })
})

test('a mark is not sealed before its grace, nor while a transaction of its time still runs', async () => {
  const { db } = t.lakeside
  await write(1)
  const mark = await takeMark(db, 0)
  const seal = { key, organization: `test ${t.url}` }
  expect(await sealUpTo(db, seal, mark, { ms: 1999, iso: '2026-11-22T16:41:00Z' })).toBe(0)
  await db.transaction().execute(async (slow) => {
    await sql`select pg_current_xact_id()`.execute(slow)
    const held = await takeMark(db, 0)
    expect(await sealUpTo(db, seal, held, { ms: 60_000, iso: '2026-11-22T16:41:00Z' })).toBe(0)
  })
  expect(await sealAll()).toBe(1)
})

const tampering: readonly [string, (ids: readonly number[]) => Promise<unknown>, string][] = [
  [
    'changed',
    (ids) =>
      t.lakeside.db
        .updateTable('audit_entry')
        .set({ actor_name: 'Somebody else' })
        .where('id', '=', ids[3] ?? 0)
        .execute(),
    'changed',
  ],
  [
    'missing',
    (ids) =>
      t.lakeside.db
        .deleteFrom('audit_entry')
        .where('id', '=', ids[7] ?? 0)
        .execute(),
    'missing',
  ],
  [
    'reordered',
    async (ids) => {
      const [a, b] = await t.lakeside.db
        .selectFrom('audit_entry')
        .select(['id', 'request_id', 'patient_id', 'patient_ids'])
        .where('id', 'in', [ids[10] ?? 0, ids[11] ?? 0])
        .orderBy('id')
        .execute()
      if (!a || !b) throw new Error('two entries expected')
      const content = ({ request_id, patient_id, patient_ids }: typeof a) => ({ request_id, patient_id, patient_ids })
      await t.lakeside.db.updateTable('audit_entry').set(content(b)).where('id', '=', a.id).execute()
      await t.lakeside.db.updateTable('audit_entry').set(content(a)).where('id', '=', b.id).execute()
    },
    'reordered',
  ],
  [
    'a batch rewritten',
    () =>
      t.lakeside.db
        .updateTable('audit_batch')
        .set({ hash: Buffer.alloc(32, 1) })
        .where('no', '=', 2)
        .execute(),
    'broken-chain',
  ],
]

test.each(tampering)('%s is found', async (_, tamper, what) => {
  const before = await verifySeal(t.lakeside.db, key)
  await tamper(await entryIds())
  const after = await verifySeal(t.lakeside.db, key)
  expect(after.whole).toBe(false)
  const known = new Set(before.faults.map((fault) => JSON.stringify(fault)))
  expect(after.faults.filter((fault) => !known.has(JSON.stringify(fault))).map((fault) => fault.what)).toContain(what)
})

test('without the key no chain can be made anew', async () => {
  const report = await verifySeal(t.lakeside.db, sealKey('another key, as long as the first one'))
  expect(report.faults.some((fault) => fault.what === 'broken-chain')).toBe(true)
})
