import { sql } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'
import { inTransaction } from '../../platform/database/transaction.ts'

export function staffByEmail(db: Db, email: string) {
  return db.selectFrom('staff').selectAll().where('email', '=', email).where('active', '=', true).executeTakeFirst()
}

export function staffById(db: Db, staffId: string) {
  return db.selectFrom('staff').selectAll().where('id', '=', staffId).executeTakeFirstOrThrow()
}

export type StaffRow = Awaited<ReturnType<typeof staffById>>

/**
 * Counts a try before it is looked at, so that many at once are no more than many one after the other; `noteSuccess`
 * takes it back. Answers until when the account is closed, null where the try may be made.
 */
export async function takeTry(db: Db, staffId: string, now: string, closedAfter: (tries: number) => string | null) {
  return inTransaction(db, async (tx) => {
    const { failed_count, locked_until } = await tx
      .selectFrom('staff')
      .select(['failed_count', 'locked_until'])
      .where('id', '=', staffId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (locked_until !== null && Date.parse(locked_until) > Date.parse(now)) return locked_until
    const tries = failed_count + 1
    await tx
      .updateTable('staff')
      .set({ failed_count: tries, locked_until: closedAfter(tries) })
      .where('id', '=', staffId)
      .execute()
    return null
  })
}

/** A try that was neither right nor wrong: the password was, and only the code is still asked for. */
export async function giveTryBack(db: Db, staffId: string): Promise<void> {
  await db
    .updateTable('staff')
    .set((eb) => ({
      failed_count: eb.fn<number>('greatest', [eb('failed_count', '-', 1), sql.lit(0)]),
      locked_until: null,
    }))
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

/** Counts a try at the lock screen; answers how many there were since the last right one, no end for an ended session. */
export async function countUnlockTry(db: Db, sessionId: string): Promise<number> {
  const row = await db
    .updateTable('session')
    .set((eb) => ({ unlock_failures: eb('unlock_failures', '+', 1) }))
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
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
