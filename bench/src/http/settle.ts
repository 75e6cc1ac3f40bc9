import type pg from 'pg'

const LONGEST_MS = 300_000

/** Waits until what was told is worked off, so that it does not weigh on whoever is measured next. */
export async function settle(database: pg.Pool): Promise<boolean> {
  const until = performance.now() + LONGEST_MS
  while (performance.now() < until) {
    const { rows } = await database.query<{ busy: boolean }>(
      `select exists (select from outbox where relayed_at is null)
         or exists (select from jobs.job where state in ('created', 'active') and start_after <= now()) as busy`,
    )
    if (rows[0]?.busy === false) return true
    await new Promise((done) => setTimeout(done, 200))
  }
  return false
}
