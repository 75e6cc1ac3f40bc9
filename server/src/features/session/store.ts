import type { Db } from '../../platform/database/organization-db.ts'

export function staffByEmail(db: Db, email: string) {
  return db.selectFrom('staff').selectAll().where('email', '=', email).where('active', '=', true).executeTakeFirst()
}

export function staffById(db: Db, staffId: string) {
  return db.selectFrom('staff').selectAll().where('id', '=', staffId).executeTakeFirstOrThrow()
}

export type StaffRow = Awaited<ReturnType<typeof staffById>>

export async function noteFailure(db: Db, staffId: string, count: number, lockedUntil: string | null): Promise<void> {
  await db
    .updateTable('staff')
    .set({ failed_count: count, locked_until: lockedUntil })
    .where('id', '=', staffId)
    .execute()
}

export async function noteSuccess(db: Db, staffId: string): Promise<void> {
  await db.updateTable('staff').set({ failed_count: 0, locked_until: null }).where('id', '=', staffId).execute()
}

/** Each code counts once (RFC 6238, 5.2). Answers whether this step was not used before. */
export async function useTotpStep(db: Db, staffId: string, step: number): Promise<boolean> {
  const row = await db
    .updateTable('staff')
    .set({ totp_last_step: step })
    .where('id', '=', staffId)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function changeStaffSecrets(
  db: Db,
  staffId: string,
  set: { pin_hash?: string; totp_secret?: string | null; totp_confirmed?: boolean; totp_last_step?: number | null },
): Promise<void> {
  await db.updateTable('staff').set(set).where('id', '=', staffId).execute()
}

/** Counts a wrong PIN or password at the lock screen; answers how many there were. */
export async function countUnlockFailure(db: Db, sessionId: string): Promise<number> {
  const row = await db
    .updateTable('session')
    .set((eb) => ({ unlock_failures: eb('unlock_failures', '+', 1) }))
    .where('id', '=', sessionId)
    .returning('unlock_failures')
    .executeTakeFirst()
  return row?.unlock_failures ?? Number.POSITIVE_INFINITY
}

export function openSessionsOf(db: Db, staffId: string, now: string) {
  return db
    .selectFrom('session')
    .select(['id', 'started_at', 'last_seen_at', 'device'])
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .execute()
}

export function ownSession(db: Db, staffId: string, sessionId: string) {
  return db
    .selectFrom('session')
    .select('id')
    .where('id', '=', sessionId)
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

export async function countStaff(db: Db): Promise<number> {
  const row = await db
    .selectFrom('staff')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

export function demoStaff(db: Db) {
  return db
    .selectFrom('staff')
    .select(['name', 'email', 'role'])
    .where('active', '=', true)
    .where('role', '!=', 'integrator')
    .where('password_hash', 'is not', null)
    .orderBy('created_at')
    .execute()
}

export async function insertFirstManager(
  db: Db,
  site: { id: string; name: string; time_zone: string },
  manager: { id: string; name: string; email: string; password_hash: string },
): Promise<void> {
  await db.insertInto('site').values(site).execute()
  await db
    .insertInto('staff')
    .values({ ...manager, role: 'manager', home_site_id: site.id })
    .execute()
}
