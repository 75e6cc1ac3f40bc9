import { type Selectable, sql } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../platform/database/organization-tables.ts'
import { RINGS_MINUTES } from './state.ts'

export type CallRow = Selectable<OrganizationTables['call']>
export type CallChange = Partial<Omit<CallRow, 'id' | 'external_id'>>

/** Makes the call when its external id is new; false when it is there already. */
export async function insertCall(db: Db, row: CallRow): Promise<boolean> {
  const made = await db
    .insertInto('call')
    .values(row)
    .onConflict((conflict) => conflict.column('external_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Locked until the transaction ends. */
export async function findByExternalId(db: Db, externalId: string): Promise<CallRow> {
  return db.selectFrom('call').selectAll().where('external_id', '=', externalId).forUpdate().executeTakeFirstOrThrow()
}

/** Locked until the transaction ends. */
export async function findCall(db: Db, id: string): Promise<CallRow | undefined> {
  return db.selectFrom('call').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function updateCall(db: Db, id: string, change: CallChange): Promise<void> {
  await db.updateTable('call').set(change).where('id', '=', id).execute()
}

/** Calls that ring or were answered within the last half hour, the newest first. */
export async function selectOpenCalls(db: Db, now: string): Promise<readonly CallRow[]> {
  const rings = sql.lit(`${RINGS_MINUTES} minutes`)
  return db
    .selectFrom('call')
    .selectAll()
    .where('state', 'in', ['ringing', 'answered'])
    .where(
      sql<boolean>`case state when 'ringing' then started_at > ${now}::timestamptz - ${rings}::interval
        else answered_at > ${now}::timestamptz - interval '30 minutes' end`,
    )
    .orderBy('started_at', 'desc')
    .limit(50)
    .execute()
}
