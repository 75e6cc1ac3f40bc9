import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'

/** Addresses of connections to payers that are made up, and what is needed to reach them; none of a real one. */
export async function pointConnections(
  db: Db,
  kinds: readonly string[],
  address: string,
  settings: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const rows = await db
    .updateTable('payer_connection')
    .set({
      address,
      settings: sql`settings || ${JSON.stringify(settings)}::jsonb`,
      // Whoever did not answer there is another one now.
      down_since: null,
      retry_at: null,
      failures: 0,
    })
    .where('is_sandbox', '=', true)
    .where('kind', 'in', kinds)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
