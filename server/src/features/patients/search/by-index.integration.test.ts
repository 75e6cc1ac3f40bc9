import { patients } from '@foyer/contract'
import { foldName, keysVersion, personKeys } from '@foyer/patients'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/test-app.ts'

const PEOPLE = 20_000

let t: TestApp
let schema: string

beforeAll(async () => {
  t = await openTestApp()
  const { db } = t.riverside
  schema = t.app.organizations.find('riverside')?.schema ?? ''
  await db
    .insertInto('patient')
    .columns(['id', 'mrn', 'given', 'family', 'birth_date', 'search_name'])
    .expression(
      sql`select gen_random_uuid(), (30000000 + n)::text, 'Mai', case when n % 5 = 0 then 'Nguyen' else 'Okafor' end, '1975-01-02', ' '
        from generate_series(1, ${sql.lit(PEOPLE)}) as n`,
    )
    .execute()
  for (const family of ['Nguyen', 'Okafor']) {
    const keys = personKeys({
      words: ['mai', foldName(family)],
      names: [{ given: 'Mai', family }],
      birthDate: '1975-01-02',
      phones: ['+13125550134'],
      emails: [],
      identifiers: [],
    })
    await db
      .insertInto('patient_key')
      .columns(['patient_id', 'version', 'keys'])
      .expression(
        db
          .selectFrom('patient')
          .select(['id', sql`${keysVersion}::smallint`.as('version'), sql`${keys}::int4[]`.as('keys')])
          .where('family', '=', family)
          .where('mrn', '>=', '3'),
      )
      .execute()
  }
  await sql`analyze ${sql.table(`${schema}.patient_key`)}`.execute(db)
})
afterAll(() => t.stop())

async function scans(): Promise<{ readonly whole: number; readonly byIndex: number }> {
  const { rows } = await sql<{ whole: string; by_index: string }>`
    select seq_scan as whole, idx_scan as by_index from pg_stat_user_tables
    where schemaname = ${schema} and relname = 'patient_key'`.execute(t.riverside.db)
  return { whole: Number(rows[0]?.whole), byIndex: Number(rows[0]?.by_index) }
}

test('a family name that every fifth has is not looked for by reading everybody', async () => {
  const desk = await t.riverside.as('coordinator')
  const before = await scans()
  for (let turn = 0; turn < 3; turn += 1) await desk.call(patients.searchPatients, { q: 'nguyen' })
  // PostgreSQL tells its counts with a delay.
  await vi.waitFor(
    async () => {
      const after = await scans()
      expect(after.byIndex + after.whole).toBeGreaterThanOrEqual(before.byIndex + before.whole + 3)
    },
    { timeout: 15_000, interval: 300 },
  )
  expect((await scans()).whole).toBe(before.whole)
}, 30_000)
