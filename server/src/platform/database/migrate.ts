import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import type { Pool } from './pool.ts'

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** Key of the advisory lock under which only one server migrates. */
const MIGRATION_LOCK = 4_310_001

function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

function quoted(schema: string): string {
  return `"${schema.replaceAll('"', '""')}"`
}

async function applyTo(client: pg.PoolClient, schema: string, migrations: readonly Migration[]): Promise<number> {
  await client.query(`create schema if not exists ${quoted(schema)}`)
  await client.query(
    `create table if not exists ${quoted(schema)}.migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
  )
  const applied = await client.query<{ name: string; checksum: string }>(
    `select name, checksum from ${quoted(schema)}.migration`,
  )
  const known = new Map(applied.rows.map((row) => [row.name, row.checksum]))
  const due = migrations.filter((migration) => {
    const checksum = known.get(migration.name)
    if (checksum !== undefined && checksum !== migration.checksum)
      throw new Error(`migration ${migration.name} was changed after it had been applied to ${schema}`)
    return checksum === undefined
  })
  for (const migration of due) {
    await client.query('begin')
    try {
      await client.query(`set local search_path to ${quoted(schema)}, extensions, public`)
      await client.query(migration.sql)
      await client.query(`insert into ${quoted(schema)}.migration (name, checksum) values ($1, $2)`, [
        migration.name,
        migration.checksum,
      ])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Error(`migration ${migration.name} failed on ${schema}`, { cause: error })
    }
  }
  return due.length
}

const extensions = ['btree_gist', 'pg_trgm']

async function locked<T>(pool: Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.pg.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    return await work(client)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => {})
    client.release()
  }
}

/** Brings the directory and every organization up to date. Answers how many migrations were applied. */
export function migrateAll(pool: Pool, folder: string): Promise<number> {
  return locked(pool, async (client) => {
    await client.query('create schema if not exists extensions')
    for (const extension of extensions)
      await client.query(`create extension if not exists ${extension} with schema extensions`)
    let count = await applyTo(client, 'public', readMigrations(join(folder, 'directory')))
    const schemas = await client.query<{ schema_name: string }>(
      'select schema_name from public.organization order by created_at',
    )
    const migrations = readMigrations(join(folder, 'organization'))
    for (const { schema_name } of schemas.rows) count += await applyTo(client, schema_name, migrations)
    return count
  })
}

/** Makes the schema of a new organization with all its tables. */
export async function migrateOrganization(pool: Pool, folder: string, schema: string): Promise<void> {
  await locked(pool, (client) => applyTo(client, schema, readMigrations(join(folder, 'organization'))))
}
