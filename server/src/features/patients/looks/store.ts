import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

export interface Span {
  /** Id of the last entry of the page before. */
  readonly before?: number | null
  /** Instants in UTC: from included, until not. */
  readonly from?: string
  readonly until?: string
}

interface Half extends Span {
  readonly inList: boolean
  /** Of which of the records an entry is. */
  readonly recordId: RawBuilder<string>
}

function half(db: Db, { inList, recordId, before = null, from, until }: Half) {
  let query = db
    .selectFrom('audit_entry')
    .select(['id', 'at', 'actor_name', 'actor_role', 'action', 'outcome', 'reason'])
    .select(sql<boolean>`${sql.lit(inList)}`.as('in_list'))
    .select(recordId.as('record_id'))
  if (before !== null) query = query.where('id', '<', before)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (until !== undefined) query = query.where('at', '<', until)
  return query
}

/**
 * Entries of the trail that concern a person, the newest first: those that name only them and lists in which they stood,
 * under any of their records, the one that speaks for them first. Each part has an index of its own; asked together by
 * `or` the whole trail would be read. `offset 0` keeps the order and the limit out of the lists: with them the trail is
 * walked from its end, in hope of many hits.
 */
export function looks(db: Db, recordIds: readonly string[], span: Span, limit: number) {
  const ids = sql<readonly string[]>`${recordIds}::uuid[]`
  const firstNamed = sql<string>`(select r.id from unnest(${ids}) with ordinality as r(id, at)
    where r.id = any(audit_entry.patient_ids) order by r.at limit 1)`
  const listed = half(db, { ...span, inList: true, recordId: firstNamed })
    .where(sql<boolean>`patient_ids && ${ids}`)
    .where(sql<boolean>`(patient_id is null or patient_id <> all(${ids}))`)
    .offset(sql.lit(0))
  const all = recordIds.reduce((query, id) => {
    const own = half(db, { ...span, inList: false, recordId: sql<string>`patient_id` })
      .where('patient_id', '=', id)
      .orderBy('id', 'desc')
      .limit(limit)
    return query.unionAll(db.selectFrom(own.as('own')).selectAll())
  }, db.selectFrom(listed.as('listed')).selectAll())
  return db.selectFrom(all.as('look')).selectAll().orderBy('id', 'desc').limit(limit)
}

export async function selectLooks(db: Db, recordIds: readonly string[], span: Span, limit: number) {
  return looks(db, recordIds, span, limit).execute()
}

export type LookRow = Awaited<ReturnType<typeof selectLooks>>[number]
