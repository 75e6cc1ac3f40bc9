import type { Role } from '@foyer/contract'
import type { Db } from '../database/organization-db.ts'
import type { Actor } from './sessions.ts'
import { tokenHash } from './tokens.ts'

/** Who shows a key (`Authorization: Bearer foyer.<organization>.<token>`); null when nobody does. */
export async function findKeyHolder(db: Db, token: string): Promise<Actor | null> {
  const row = await db
    .selectFrom('api_key')
    .innerJoin('staff', 'staff.id', 'api_key.staff_id')
    .select(['api_key.staff_id', 'api_key.name', 'staff.role'])
    .where('api_key.token_hash', '=', tokenHash(token))
    .where('api_key.ended_at', 'is', null)
    .where('staff.active', '=', true)
    .executeTakeFirst()
  return row ? { staffId: row.staff_id, name: row.name, role: row.role as Role } : null
}
