import { type Insertable, sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../../platform/database/organization-tables.ts'

function rows(db: Db) {
  return db
    .selectFrom('plan_restriction as r')
    .leftJoin('appointment as a', 'a.id', 'r.appointment_id')
    .leftJoin('site as s', 's.id', 'a.site_id')
    .leftJoin('visit_type as v', 'v.id', 'a.visit_type_id')
    .select(['r.id', 'r.patient_id', 'r.appointment_id as appointmentId', 'r.remarks', 'r.noted_at', 'r.noted_by_name'])
    .select(['r.ended_at', 'r.ended_by_name', 'a.starts_at', 's.time_zone', 'v.name', 'v.name_es'])
    .select(sql<string | null>`(a.starts_at at time zone s.time_zone)::date::text`.as('date'))
}

export type RestrictionRow = Awaited<ReturnType<typeof selectRestrictions>>[number]

/** All that were ever noted of a person, those in force first, the newest before the others. */
export async function selectRestrictions(db: Db, patientId: string) {
  return rows(db)
    .where('r.patient_id', '=', patientId)
    .orderBy(sql`r.ended_at is not null`)
    .orderBy('r.noted_at', 'desc')
    .orderBy('r.id')
    .execute()
}

/** Those in force of these people. */
export async function selectInForce(db: Db, patientIds: readonly string[]): Promise<readonly RestrictionRow[]> {
  if (patientIds.length === 0) return []
  return rows(db)
    .where(sql<boolean>`r.patient_id = any(${patientIds}::uuid[])`)
    .where('r.ended_at', 'is', null)
    .execute()
}

export async function insertRestriction(db: Db, row: Insertable<OrganizationTables['plan_restriction']>) {
  await db.insertInto('plan_restriction').values(row).execute()
}

/** Says whether it was still in force. */
export async function setEnded(db: Db, id: string, at: string, by: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('plan_restriction')
    .set({ ended_at: at, ended_by_name: by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Visits that are not over, the next first. */
export async function selectVisitsToKeep(db: Db, patientId: string, now: string) {
  return db
    .selectFrom('appointment as a')
    .innerJoin('site as s', 's.id', 'a.site_id')
    .innerJoin('visit_type as v', 'v.id', 'a.visit_type_id')
    .select(['a.id', 'a.starts_at', 's.time_zone', 'v.name', 'v.name_es'])
    .where('a.patient_id', '=', patientId)
    .where('a.status', 'not in', ['cancelled', 'no-show'])
    .where('a.starts_at', '>=', sql<string>`${now}::timestamptz - interval '1 day'`)
    .orderBy('a.starts_at')
    .limit(20)
    .execute()
}
