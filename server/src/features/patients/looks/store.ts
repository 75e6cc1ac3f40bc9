import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

export interface Span {
  /** Id of the last entry of the page before. */
  readonly before?: number | null
  /** Instants in UTC: from included, until not. */
  readonly from?: string
  readonly until?: string
}

/**
 * Entries of the trail that concern a person, the newest first: those that name only them and lists in which they stood.
 * Each half has an index of its own; asked together by `or` the whole trail would be read.
 */
export function looks(db: Db, patientId: string, { before = null, from, until }: Span, limit: number) {
  const half = (inList: boolean) => {
    let query = db
      .selectFrom('audit_entry')
      .select(['id', 'at', 'actor_name', 'actor_role', 'action', 'outcome', 'reason'])
      .select(sql<boolean>`${sql.lit(inList)}`.as('in_list'))
      .orderBy('id', 'desc')
      .limit(limit)
    query = inList
      ? query.where(
          sql<boolean>`patient_ids @> array[${patientId}::uuid] and patient_id is distinct from ${patientId}::uuid`,
        )
      : query.where('patient_id', '=', patientId)
    if (before !== null) query = query.where('id', '<', before)
    if (from !== undefined) query = query.where('at', '>=', from)
    if (until !== undefined) query = query.where('at', '<', until)
    return db.selectFrom(query.as('half')).selectAll()
  }
  return db
    .selectFrom(half(false).unionAll(half(true)).as('look'))
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit)
}

export async function selectLooks(db: Db, patientId: string, span: Span, limit: number) {
  return looks(db, patientId, span, limit).execute()
}

export type LookRow = Awaited<ReturnType<typeof selectLooks>>[number]
