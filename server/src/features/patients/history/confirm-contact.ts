import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { setContactConfirmed } from '../store.ts'
import { recordChanges } from './record-change.ts'

/** Somebody said that phone and address are right, on this civil date at the site; null takes it back. */
export async function confirmContact(
  ctx: Pick<Ctx, 'actor' | 'now'>,
  db: Db,
  patientId: string,
  { before, on }: { readonly before: string | null; readonly on: string | null },
): Promise<void> {
  await setContactConfirmed(db, patientId, on)
  await recordChanges(ctx, db, patientId, { contactConfirmed: before }, { contactConfirmed: on })
}
