import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { isShut, type Viewer } from '../../restricted/store.ts'

/**
 * The record that speaks for a person first, then those that lead to it now, the oldest first. A merge marks the survivor
 * as restricted where either was: behind its gate are the others too. Where that mark was taken away since, one that is
 * still marked itself is shut to whoever did not open it.
 */
export async function selectRecordsOf(db: Db, patientId: string, viewer: Viewer) {
  const lead = db
    .selectFrom('patient as asked')
    .select(sql<string>`coalesce(asked.merged_into, asked.id)`.as('id'))
    .where('asked.id', '=', patientId)
  return db
    .selectFrom(lead.as('l'))
    .innerJoin('patient as s', 's.id', 'l.id')
    .innerJoin('patient as r', (join) => join.on(sql<boolean>`r.id = s.id or r.merged_into = s.id`))
    .select(['r.id', 'r.mrn'])
    .select(sql<boolean>`r.id <> s.id and s.restriction is null and ${isShut(db, 'r', viewer)}`.as('is_shut'))
    .orderBy(sql`r.id <> s.id`)
    .orderBy('r.id')
    .execute()
}
