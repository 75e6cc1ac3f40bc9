import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'

function openings(db: Db) {
  return db
    .selectFrom('break_glass as g')
    .innerJoin('patient as p', 'p.id', 'g.patient_id')
    .innerJoin('staff as s', 's.id', 'g.staff_id')
    .leftJoin('staff as r', 'r.id', 'g.reviewed_by')
    .select(['p.id', 'p.mrn', 'p.given', 'p.middle', 'p.family', 'p.preferred', 'p.prefix', 'p.suffix'])
    .select(['p.birth_date', 'p.language', 'p.interpreter_needed'])
    .select([
      'g.id as opening_id',
      'g.staff_id',
      's.name as staff_name',
      's.role as staff_role',
      'g.reason',
      'g.remarks',
    ])
    .select(['g.opened_at', 'g.until', 'g.reviewed_at', 'r.name as reviewed_by', 'g.finding', 'g.finding_remarks'])
}

export type OpeningRow = Awaited<ReturnType<ReturnType<typeof openings>['executeTakeFirstOrThrow']>>

/** Which openings are meant; instants in UTC. */
export interface OpeningFilter {
  readonly state: 'waiting' | 'reviewed'
  readonly staffId?: string | undefined
  /** Opened from here on. */
  readonly from?: string | undefined
  /** Opened before this. */
  readonly until?: string | undefined
}

function meant({ state, staffId, from, until }: OpeningFilter) {
  const conditions = [sql<boolean>`g.reviewed_at is ${state === 'waiting' ? sql`null` : sql`not null`}`]
  if (staffId !== undefined) conditions.push(sql<boolean>`g.staff_id = ${staffId}::uuid`)
  if (from !== undefined) conditions.push(sql<boolean>`g.opened_at >= ${from}::timestamptz`)
  if (until !== undefined) conditions.push(sql<boolean>`g.opened_at < ${until}::timestamptz`)
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

/**
 * Those that wait for review, the oldest first; of those that were looked at the newest. `after` is the id of the last one of
 * the page before, which holds its place also when it was reviewed meanwhile.
 */
export async function selectOpenings(
  db: Db,
  filter: OpeningFilter,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<readonly OpeningRow[]> {
  const isOldestFirst = filter.state === 'waiting'
  const beyond = isOldestFirst ? sql`>` : sql`<`
  const direction = isOldestFirst ? 'asc' : 'desc'
  const last = db
    .selectFrom('break_glass as l')
    .select(['l.opened_at', 'l.id'])
    .where('l.id', '=', after ?? null)
  return openings(db)
    .where(meant(filter))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(g.opened_at, g.id) ${beyond} (${last})`))
    .orderBy('g.opened_at', direction)
    .orderBy('g.id', direction)
    .limit(limit)
    .execute()
}

export async function countOpenings(db: Db, filter: OpeningFilter): Promise<number> {
  const row = await db
    .selectFrom('break_glass as g')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(meant(filter))
    .executeTakeFirstOrThrow()
  return row.count
}

/** Everybody who ever opened a restricted record. */
export async function selectOpeners(db: Db): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return db
    .selectFrom('staff as s')
    .select(['s.id', 's.name'])
    .where((eb) => eb.exists(eb.selectFrom('break_glass as g').select('g.id').whereRef('g.staff_id', '=', 's.id')))
    .orderBy('s.name')
    .orderBy('s.id')
    .execute()
}

/** What was done with the record by whoever opened it, while it was open. */
export async function selectDone(db: Db, openingIds: readonly string[]) {
  return db
    .selectFrom('break_glass as g')
    .innerJoin('audit_entry as e', (join) =>
      join
        .onRef('e.patient_id', '=', 'g.patient_id')
        .onRef('e.actor_id', '=', 'g.staff_id')
        .onRef('e.at', '>=', 'g.opened_at')
        .onRef('e.at', '<', 'g.until'),
    )
    .select(['g.id', 'e.action', (eb) => eb.fn.countAll<number>().as('times')])
    .where(sql<boolean>`g.id = any(${openingIds}::uuid[])`)
    .where('e.outcome', '=', 'ok')
    .groupBy(['g.id', 'e.action'])
    .orderBy('e.action')
    .execute()
}

/** Locked until the transaction ends. */
export async function lockOpening(db: Db, id: string) {
  return db.selectFrom('break_glass').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function staffName(db: Db, id: string): Promise<string> {
  const row = await db.selectFrom('staff').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? ''
}

export async function setReview(
  db: Db,
  id: string,
  review: { readonly at: string; readonly by: string; readonly finding: string; readonly remarks: string | null },
): Promise<void> {
  const { at, by, finding, remarks } = review
  await db
    .updateTable('break_glass')
    .set({ reviewed_at: at, reviewed_by: by, finding, finding_remarks: remarks })
    .where('id', '=', id)
    .execute()
}
