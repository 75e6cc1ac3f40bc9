import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../adapters/postgres/embedded.ts'
import { systemClock } from '../clock.ts'
import { migrateAll } from '../database/migrate.ts'
import { openPool } from '../database/pool.ts'
import { openOrganizations } from '../organizations.ts'
import { databaseUrl } from './database-url.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
  }
}

export const TEMPLATE = 'foyer_template'

/** One server a run; each test file then copies the template, which holds two empty organizations. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-test-'))
  const own = process.env['FOYER_TEST_DATABASE_URL']
  const server = own
    ? { url: own, stop: async () => {} }
    : await startEmbedded({
        dataFolder: folder,
        databaseName: 'postgres',
        settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
        log: () => {},
      })
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`drop database if exists ${TEMPLATE}`)
  await admin.query(`create database ${TEMPLATE}`)
  await admin.end()

  const url = databaseUrl(server.url, TEMPLATE)
  const pool = openPool({ url, size: 2, onError: () => {} })
  const migrations = resolve(import.meta.dirname, '../../../migrations')
  await migrateAll(pool, migrations)
  const organizations = await openOrganizations(pool, migrations, systemClock)
  await organizations.create({ slug: 'riverside', name: 'Riverside Family Health', demo: true })
  await organizations.create({ slug: 'lakeside', name: 'Lakeside Clinic', demo: false })
  await pool.end()
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', max: 1, supervise: false, schedule: false })
  await boss.start()
  await boss.stop({ graceful: false })

  project.provide('serverUrl', server.url)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
