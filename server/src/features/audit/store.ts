import { sql } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'

/** What holds of an entry, all of it; instants in UTC. */
export interface EntryFilter {
  readonly patientId?: string | undefined
  readonly staffId?: string | undefined
  readonly action?: string | undefined
  /** Written from here on. */
  readonly from?: string | undefined
  /** Written before this. */
  readonly until?: string | undefined
  /** Id of the last entry of the page before. */
  readonly before?: number | undefined
}

function meant(db: Db, { staffId, action, from, until, before }: EntryFilter) {
  let query = db.selectFrom('audit_entry').selectAll()
  if (staffId !== undefined) query = query.where('actor_id', '=', staffId)
  if (action !== undefined) query = query.where('action', '=', action)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (until !== undefined) query = query.where('at', '<', until)
  if (before !== undefined) {
    const last = db.selectFrom('audit_entry as l').select(['l.at', 'l.id']).where('l.id', '=', before)
    query = query.where(sql<boolean>`(at, audit_entry.id) < (${last})`)
  }
  return query
}

/**
 * Newest first. A patient is named by the single id or among those a list showed; either has an index, and asked together by
 * `or` the whole trail would be read. `offset 0` keeps the order and the limit out of both: with them the trail is walked from
 * its end, in hope of many hits.
 */
export function entries(db: Db, filter: EntryFilter, limit: number) {
  const { patientId } = filter
  if (patientId === undefined) return meant(db, filter).orderBy('at', 'desc').orderBy('id', 'desc').limit(limit)
  const own = meant(db, filter).where('patient_id', '=', patientId).offset(sql.lit(0))
  const listed = meant(db, filter)
    .where(sql<boolean>`patient_ids @> array[${patientId}::uuid]`)
    .where(sql<boolean>`patient_id is distinct from ${patientId}::uuid`)
    .offset(sql.lit(0))
  const either = db
    .selectFrom(own.as('own'))
    .selectAll()
    .unionAll(db.selectFrom(listed.as('listed')).selectAll())
  return db.selectFrom(either.as('either')).selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(limit)
}

export async function selectEntries(db: Db, filter: EntryFilter, limit: number) {
  return entries(db, filter, limit).execute()
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
