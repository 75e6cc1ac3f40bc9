import type { Db } from '../../../platform/database/organization-db.ts'
import { selectAllocations } from '../../scheduling/index.ts'
import type { StoredPlace } from '../place.ts'
import type { ItemRow, OvertakenBy } from '../store.ts'

export type StaysBecause = OvertakenBy | 'time-past'

/** Whether a visit is where the repair put it, with whom it put it: whoever moved it since meant something by it. */
export async function isWhereItWasPut(db: Db, item: ItemRow, place: StoredPlace): Promise<boolean> {
  if (item.status !== 'booked' || item.starts_at !== place.start) return false
  const has = (await selectAllocations(db, [item.appointment_id])).map((row) => `${row.role} ${row.resource_id}`)
  const put = place.assignments.map(({ role, resourceId }) => `${role} ${resourceId}`)
  return has.toSorted().join() === put.toSorted().join()
}

/** False when somebody else took it back a moment before. Whoever is told anew is asked anew. */
export async function markBack(
  db: Db,
  repairId: string,
  appointmentId: string,
  { at, isTold }: { readonly at: string; readonly isTold: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('repair_item')
    .set({ back_at: at, stays_because: null, ...(isTold && { told_at: at, answer: null, answered_at: null }) })
    .where('repair_id', '=', repairId)
    .where('appointment_id', '=', appointmentId)
    .where('back_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function markStays(db: Db, repairId: string, appointmentId: string, because: StaysBecause): Promise<void> {
  await db
    .updateTable('repair_item')
    .set({ stays_because: because })
    .where('repair_id', '=', repairId)
    .where('appointment_id', '=', appointmentId)
    .where('back_at', 'is', null)
    .execute()
}
