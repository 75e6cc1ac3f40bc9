import type { Assignment } from '@foyer/scheduling'
import type { Db } from '../../platform/database/organization-db.ts'
import { msOf } from './instants.ts'
import { selectAllocations } from './time/store.ts'

/** Who and what is kept for these visits, and until when; cancelled ones keep nothing. Epoch milliseconds. */
export async function allocationsOf(
  db: Db,
  appointmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Assignment[]>> {
  const byVisit = new Map<string, Assignment[]>()
  for (const row of await selectAllocations(db, appointmentIds)) {
    const { appointment_id: id, resource_id: resourceId, role, from, until } = row
    if (id === null || role === null || from === null || until === null) continue
    const those = byVisit.get(id) ?? []
    // The column holds nothing else.
    those.push({ role: role as Assignment['role'], resourceId, start: msOf(from), end: msOf(until) })
    byVisit.set(id, those)
  }
  return byVisit
}
