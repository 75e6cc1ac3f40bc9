import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import { statement } from '../../../platform/database/statement.ts'

/** What a message to the patient of a visit needs. */
export interface VisitToTell {
  readonly id: string
  readonly patient_id: string
  readonly given: string
  readonly preferred: string | null
  readonly language: string
  readonly visit_type_id: string
  readonly site_id: string
  readonly starts_at: string
  readonly ends_at: string
  readonly status: string
  readonly source: string
  readonly approval: string | null
  readonly ical_sequence: number
  /** The e-mail address named first. */
  readonly email: string | null
}

function visitsToTell(db: Db) {
  return db
    .selectFrom('appointment as v')
    .innerJoin('patient as p', 'p.id', 'v.patient_id')
    .select(['v.id', 'v.patient_id', 'p.given', 'p.preferred', 'p.language', 'v.visit_type_id', 'v.site_id'])
    .select(['v.starts_at', 'v.ends_at', 'v.status', 'v.source', 'v.approval', 'v.ical_sequence'])
    .select((eb) =>
      eb
        .selectFrom('contact_point as c')
        .select('c.value')
        .whereRef('c.patient_id', '=', 'p.id')
        .where('c.system', '=', 'email')
        .orderBy('c.rank')
        .orderBy('c.id')
        .limit(1)
        .as('email'),
    )
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
