import type { Db } from '../../../../platform/database/organization-db.ts'
import { selectNewest } from '../store.ts'

/** The good faith estimate that a visit is owed and that nobody has made yet. */
export async function owedNow(
  db: Db,
  appointmentId: string,
): Promise<{ readonly estimateId: string; readonly dueOn: string | null } | null> {
  const newest = await selectNewest(db, appointmentId, 'good-faith')
  return newest?.state === 'wanted' ? { estimateId: newest.id, dueOn: newest.due_on } : null
}
