import { sql } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'

export interface EntryFilter {
  readonly patientId?: string | undefined
  readonly staffId?: string | undefined
  readonly action?: string | undefined
  readonly before?: number | undefined
}

/** Newest first. The caller's filter names a patient by the single id or among those a list showed. */
export async function selectEntries(db: Db, filter: EntryFilter, limit: number) {
  let query = db.selectFrom('audit_entry').selectAll().orderBy('id', 'desc').limit(limit)
  const { patientId, staffId, action, before } = filter
  if (before !== undefined) query = query.where('id', '<', before)
  if (staffId !== undefined) query = query.where('actor_id', '=', staffId)
  if (action !== undefined) query = query.where('action', '=', action)
  if (patientId !== undefined)
    query = query.where((eb) =>
      eb.or([eb('patient_id', '=', patientId), sql<boolean>`patient_ids @> array[${patientId}::uuid]`]),
    )
  return query.execute()
}

export async function settledId(db: Db): Promise<number> {
  const row = await db.selectFrom('audit_batch').select('settled_id').orderBy('no', 'desc').limit(1).executeTakeFirst()
  return row?.settled_id ?? 0
}

export async function namesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('patient').select(['id', 'given', 'family']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, `${row.given} ${row.family}`]))
}
