import type { Role } from '@foyer/contract'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

export interface StaffRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly active: boolean
  readonly homeSiteId: string | null
  readonly hasTotp: boolean
}

function staffQuery(db: Db) {
  return db
    .selectFrom('staff')
    .select(['id', 'name', 'email', 'active', 'home_site_id as homeSiteId', 'totp_confirmed as hasTotp'])
    .select((eb) => eb.ref('role').$castTo<Role>().as('role'))
}

export async function selectStaff(db: Db): Promise<StaffRow[]> {
  return staffQuery(db).orderBy('name').orderBy('id').execute()
}

export async function selectStaffMember(db: Db, id: string): Promise<StaffRow | undefined> {
  return staffQuery(db).where('id', '=', id).executeTakeFirst()
}

export interface NewStaff {
  readonly id: string
  readonly name: string
  /** In lower case. */
  readonly email: string
  readonly role: Role
  readonly homeSiteId: string | null
  readonly passwordHash: string | null
  readonly createdAt: string
}

/** @throws 23505 on staff_email_key when somebody has the address already. */
export async function insertStaff(db: Db, staff: NewStaff): Promise<void> {
  await db
    .insertInto('staff')
    .values({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      role: staff.role,
      home_site_id: staff.homeSiteId,
      password_hash: staff.passwordHash,
      created_at: staff.createdAt,
    })
    .execute()
}

export async function updateStaff(
  db: Db,
  id: string,
  change: { name: string; role: Role; homeSiteId: string | null; active: boolean },
): Promise<void> {
  const { homeSiteId, ...fields } = change
  await db
    .updateTable('staff')
    .set({ ...fields, home_site_id: homeSiteId })
    .where('id', '=', id)
    .execute()
}

/** The people who manage now. Locks their rows: two who step down at once are looked at one after the other. */
export async function lockManagers(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'manager')
    .where('active', '=', true)
    .where('id', 'not in', (eb) => eb.selectFrom('api_key').select('staff_id'))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => row.id)
}

/** Answers the sessions that it ended. */
export async function endSessions(db: Db, staffId: string, at: string): Promise<readonly string[]> {
  const rows = await db
    .updateTable('session')
    .set({ ended_at: at })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

export interface NewKey {
  readonly id: string
  readonly staffId: string
  readonly name: string
  readonly tokenHash: Buffer
  readonly createdAt: string
}

export async function insertKey(db: Db, key: NewKey): Promise<void> {
  await db
    .insertInto('api_key')
    .values({
      id: key.id,
      staff_id: key.staffId,
      name: key.name,
      token_hash: key.tokenHash,
      created_at: key.createdAt,
    })
    .execute()
}

export async function replaceToken(db: Db, keyId: string, tokenHash: Buffer): Promise<void> {
  await db.updateTable('api_key').set({ token_hash: tokenHash }).where('id', '=', keyId).execute()
}

export async function endKeys(db: Db, staffId: string, at: string): Promise<void> {
  await db
    .updateTable('api_key')
    .set({ ended_at: sql`coalesce(ended_at, ${at}::timestamptz)` })
    .where('staff_id', '=', staffId)
    .execute()
}
