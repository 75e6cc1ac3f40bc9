import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import { statement } from '../../../platform/database/statement.ts'

/** What a message to the patient of a visit needs. */
export interface VisitToTell {
  readonly id: string
  readonly patient_id: string
  readonly visit_type_id: string
  readonly site_id: string
  readonly starts_at: string
  readonly ends_at: string
  readonly status: string
  readonly source: string
  readonly approval: string | null
  readonly cancel_reason: string | null
  readonly ical_sequence: number
}

function visitsToTell(db: Db) {
  return db
    .selectFrom('appointment as v')
    .select(['v.id', 'v.patient_id', 'v.visit_type_id', 'v.site_id'])
    .select(['v.starts_at', 'v.ends_at', 'v.status', 'v.source', 'v.approval', 'v.cancel_reason', 'v.ical_sequence'])
}

const toTell = statement(['id'], (db, slots) => visitsToTell(db).where('v.id', '=', slots.id))

/** Of several visits, the earliest first. */
export async function selectAllToTell(db: Db, ids: readonly string[]): Promise<readonly VisitToTell[]> {
  return visitsToTell(db).where(sql<boolean>`v.id = any(${ids}::uuid[])`).orderBy('v.starts_at').execute()
}

export async function selectToTell(db: Db, appointmentId: string): Promise<VisitToTell | undefined> {
  const { rows } = await db.executeQuery(toTell(db, { id: appointmentId }))
  return rows[0] as VisitToTell | undefined
}
