import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { Temporal } from '@foyer/kernel'
import pg from 'pg'
import { inject } from 'vitest'
import { type Clock, systemClock } from '../../platform/clock.ts'
import { openPool, type Pool } from '../../platform/database/pool.ts'
import { type Organizations, openOrganizations } from '../../platform/organizations.ts'
import { databaseUrl } from '../../platform/testing/database-url.ts'
import { TEMPLATE } from '../../platform/testing/global-setup.ts'

export interface TestDatabase {
  readonly pool: Pool
  readonly organizations: Organizations
  readonly migrations: string
  drop(): Promise<void>
}

export function clockAt(instant: string): Clock {
  return { now: () => Temporal.Instant.from(instant), id: () => systemClock.id() }
}

/** A database with two empty organizations, riverside and lakeside, or none, and no server on it. */
export async function openTestDatabase(wanted: 'two organizations' | 'none'): Promise<TestDatabase> {
  const name = `foyer_test_${randomUUID().replaceAll('-', '')}`
  const serverUrl = inject('serverUrl')
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query(`create database ${name} template ${TEMPLATE}`)
  const pool = openPool({ url: databaseUrl(serverUrl, name), size: 4, onError: () => {} })
  if (wanted === 'none') {
    await pool.pg.query('truncate public.organization cascade')
    await pool.pg.query('drop schema org_riverside cascade')
    await pool.pg.query('drop schema org_lakeside cascade')
  }
  const migrations = resolve(import.meta.dirname, '../../../migrations')
  return {
    pool,
    migrations,
    organizations: await openOrganizations(pool, migrations, systemClock),
    drop: async () => {
      await pool.end()
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}
