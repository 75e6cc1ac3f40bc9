import { sql } from 'kysely'
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
}

function half(db: Db, { inList, before = null, from, until }: Half) {
  let query = db
    .selectFrom('audit_entry')
    .select(['id', 'at', 'actor_name', 'actor_role', 'action', 'outcome', 'reason'])
    .select(sql<boolean>`${sql.lit(inList)}`.as('in_list'))
  if (before !== null) query = query.where('id', '<', before)
  if (from !== undefined) query = query.where('at', '>=', from)
  if (until !== undefined) query = query.where('at', '<', until)
  return query
}

/**
 * Entries of the trail that concern a person, the newest first: those that name only them and lists in which they stood.
 * Each half has an index of its own; asked together by `or` the whole trail would be read. `offset 0` keeps the order
 * and the limit out of the second half: with them the trail is walked from its end, in hope of many hits.
 */
export function looks(db: Db, patientId: string, span: Span, limit: number) {
  const own = half(db, { ...span, inList: false })
    .where('patient_id', '=', patientId)
    .orderBy('id', 'desc')
    .limit(limit)
  const listed = half(db, { ...span, inList: true })
    .where(sql<boolean>`patient_ids @> array[${patientId}::uuid]`)
    .where(sql<boolean>`patient_id is distinct from ${patientId}::uuid`)
    .offset(sql.lit(0))
  return db
    .selectFrom(
      db
        .selectFrom(own.as('own'))
        .selectAll()
        .unionAll(db.selectFrom(listed.as('listed')).selectAll())
        .as('look'),
    )
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit)
}

export async function selectLooks(db: Db, patientId: string, span: Span, limit: number) {
  return looks(db, patientId, span, limit).execute()
}

export type LookRow = Awaited<ReturnType<typeof selectLooks>>[number]
