import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

export function selectVisitTypes(db: Db): Promise<{ id: string; name: string; name_es: string }[]> {
  return db.selectFrom('visit_type').select(['id', 'name', 'name_es']).execute()
}

export interface AppointmentFields {
  readonly visit_type_id: string
  readonly site_id: string
  readonly starts_at: string
  readonly ends_at: string
  readonly status: string
  readonly status_since: string
  readonly note: string | null
  readonly cancel_reason: string | null
}

export async function statusOf(db: Db, appointmentId: string): Promise<string | null> {
  const row = await db.selectFrom('appointment').select('status').where('id', '=', appointmentId).executeTakeFirst()
  return row?.status ?? null
}

export async function updateAppointment(db: Db, id: string, fields: AppointmentFields): Promise<void> {
  await db
    .updateTable('appointment')
    .set(fields)
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function deleteAllocations(db: Db, appointmentId: string): Promise<void> {
  await db.deleteFrom('allocation').where('appointment_id', '=', appointmentId).execute()
}

/** In the form in which a range travels as text. */
export function rangeText(start: string, end: string): string {
  return `["${start}","${end}")`
}

/** A range in which nothing lies. */
export const NO_TIME = 'empty'

/** Names of resources, for the practitioners whom this run's files do not name. */
export async function selectResourceNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('resource')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

export async function updateEncounter(
  db: Db,
  id: string,
  fields: {
    started_at: string
    ended_at: string | null
    type: string
    reason: string | null
    place: string | null
    practitioner: string | null
    status: string
  },
): Promise<void> {
  await db.updateTable('encounter').set(fields).where('id', '=', id).execute()
}
