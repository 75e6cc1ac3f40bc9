import type { Db } from '../database/organization-db.ts'
import type { TestApp } from './test-app.ts'

async function waitingForLocks(t: TestApp): Promise<number> {
  const { rows } = await t.pool.pg.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]?.n ?? 0
}

/**
 * Begins things one after the other while `hold` keeps rows from them, each when the one before waits; then lets all go on.
 * What each takes first, and who waits behind whom, is so the same every time. Answers what became of them.
 */
export async function whileHeld(
  t: TestApp,
  db: Db,
  hold: (tx: Db) => Promise<unknown>,
  begin: readonly (() => Promise<unknown>)[],
): Promise<readonly PromiseSettledResult<unknown>[]> {
  const underWay: Promise<unknown>[] = []
  await db.transaction().execute(async (tx) => {
    await hold(tx)
    for (const one of begin) {
      underWay.push(one())
      const until = Date.now() + 15_000
      while ((await waitingForLocks(t)) < underWay.length) {
        if (Date.now() > until) throw new Error(`number ${underWay.length} did not come to wait`)
        await new Promise((next) => setTimeout(next, 10))
      }
    }
  })
  return Promise.allSettled(underWay)
}

/** Circles of transactions waiting for one another that PostgreSQL had to break in this test's database. */
export async function deadlocks(t: TestApp): Promise<number> {
  const { rows } = await t.pool.pg.query<{ n: number }>(
    'select deadlocks::int as n from pg_stat_database where datname = current_database()',
  )
  return rows[0]?.n ?? 0
}
