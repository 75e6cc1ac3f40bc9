import type { Db, Statement } from '../../../platform/database/organization-db.ts'

export type Approval = 'pending' | 'approved' | 'declined'

/** Says of a visit that was just saved that the patient booked it, and whether the desk has to agree. */
export function markSelfBooked(db: Db, appointmentId: string, approval: Approval | null): Statement {
  return db.updateTable('appointment').set({ source: 'self', approval }).where('id', '=', appointmentId)
}

/** Answers the new version; undefined where the desk has not said what is to change, or the visit is not as the caller saw it. */
export async function setApproval(
  db: Db,
  appointmentId: string,
  { from, to }: { readonly from: Approval; readonly to: Approval },
  version: number,
): Promise<number | undefined> {
  const row = await db
    .updateTable('appointment')
    .set((eb) => ({ approval: to, version: eb('version', '+', 1) }))
    .where('id', '=', appointmentId)
    .where('version', '=', version)
    .where('source', '=', 'self')
    .where('approval', '=', from)
    .where('status', '=', 'booked')
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

export interface SelfVisit {
  readonly id: string
  readonly patient_id: string
  readonly visit_type_id: string
  readonly site_id: string
  readonly starts_at: string
  readonly ends_at: string
  readonly status: string
  readonly approval: string | null
  readonly version: number
}

/** A visit that the patient booked; undefined for any other. */
export async function selectSelfVisit(db: Db, appointmentId: string): Promise<SelfVisit | undefined> {
  return db
    .selectFrom('appointment')
    .select(['id', 'patient_id', 'visit_type_id', 'site_id', 'starts_at', 'ends_at', 'status', 'approval', 'version'])
    .where('id', '=', appointmentId)
    .where('source', '=', 'self')
    .executeTakeFirst()
}

export async function reassignVisit(db: Db, appointmentId: string, patientId: string, version: number) {
  const row = await db
    .updateTable('appointment')
    .set((eb) => ({ patient_id: patientId, version: eb('version', '+', 1) }))
    .where('id', '=', appointmentId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}
