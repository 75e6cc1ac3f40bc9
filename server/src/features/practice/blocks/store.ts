import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

/** Time of a resource, in every one of its lanes; epoch milliseconds. */
export interface BlockTime {
  readonly resourceId: string
  readonly start: number
  readonly end: number
  readonly lanes: number
}

export interface BlockRow {
  readonly resourceId: string
  readonly lane: number
  readonly start: number
  readonly end: number
}

/** Longest that one row of a visit takes. */
const dayMs = 86_400_000

function instant(ms: number): string {
  return new Date(ms).toISOString()
}

/**
 * Whoever wants time of a resource on a day (of UTC) waits for the one before; bookings take the same keys, so that what
 * is read after this stays true until the transaction ends.
 */
export async function queueForBlocks(db: Db, times: readonly BlockTime[]): Promise<void> {
  const keys = new Set<string>()
  for (const { resourceId, start, end } of times)
    for (let day = Math.floor(start / dayMs); day * dayMs <= end; day++)
      keys.add(`${resourceId} ${instant(day * dayMs).slice(0, 10)}`)
  await sql`select count(pg_advisory_xact_lock(hashtextextended(key, 0)))
    from unnest(${[...keys].sort()}::text[]) as key`.execute(db)
}

function wanted(times: readonly BlockTime[]) {
  const resources = times.map(({ resourceId }) => resourceId)
  const starts = times.map(({ start }) => instant(start))
  const ends = times.map(({ end }) => instant(end))
  return sql<{ resource: string; during: string }>`
    (select resource, tstzrange(start, until) as during
     from unnest(${resources}::uuid[], ${starts}::timestamptz[], ${ends}::timestamptz[]) as t(resource, start, until))`
}

/** Time that an expired hold still occupies; nobody is waiting for it. */
export async function freeExpiredHolds(db: Db, times: readonly BlockTime[], now: string): Promise<void> {
  await db
    .deleteFrom('hold')
    .where('expires_at', '<=', now)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('allocation as a')
        .innerJoin(wanted(times).as('w'), (join) =>
          join.onRef('w.resource', '=', 'a.resource_id').on(sql<boolean>`a.during && w.during`),
        )
        .select('a.hold_id')
        .where('a.hold_id', 'is not', null)
        .$narrowType<{ hold_id: string }>(),
    )
    .execute()
}

export interface TakenRow {
  readonly resource_id: string
  readonly lane: number
  readonly from: string
  readonly until: string
  /** Null for what is closed already. */
  readonly of: string | null
  /** Of a group: the visits of its people. */
  readonly seats: readonly string[]
}

/** What lies in these times: visits, groups, openings kept for somebody, and what is closed already. */
export function selectTaken(db: Db, times: readonly BlockTime[]): Promise<readonly TakenRow[]> {
  return db
    .selectFrom('allocation as a')
    .innerJoin(wanted(times).as('w'), (join) =>
      join.onRef('w.resource', '=', 'a.resource_id').on(sql<boolean>`a.during && w.during`),
    )
    .select(['a.resource_id', 'a.lane'])
    .select((eb) => [
      eb.fn.coalesce('a.appointment_id', 'a.hold_id', 'a.group_session_id').as('of'),
      eb
        .selectFrom('appointment as v')
        .select(sql<string[]>`coalesce(array_agg(v.id), '{}')`.as('ids'))
        .whereRef('v.group_session_id', '=', 'a.group_session_id')
        .where('v.status', 'not in', ['cancelled', 'no-show'])
        .$asScalar()
        .$notNull()
        .as('seats'),
    ])
    .select([sql<string>`lower(a.during)`.as('from'), sql<string>`upper(a.during)`.as('until')])
    .execute()
}

/** @throws 23P01 on no_double_booking when the time is spoken for. */
export async function insertBlock(db: Db, id: string, rows: readonly BlockRow[], reason: string): Promise<void> {
  const times = [rows.map(({ start }) => instant(start)), rows.map(({ end }) => instant(end))]
  const where = [rows.map(({ resourceId }) => resourceId), rows.map(({ lane }) => lane)]
  await db
    .insertInto('allocation')
    .columns(['id', 'resource_id', 'lane', 'during', 'reason', 'block_id'])
    .expression(
      sql`select gen_random_uuid(), resource, lane, tstzrange(start, until), ${reason}::text, ${id}::uuid
        from unnest(${where[0]}::uuid[], ${where[1]}::smallint[], ${times[0]}::timestamptz[], ${times[1]}::timestamptz[])
          as t(resource, lane, start, until)`,
    )
    .execute()
}

export interface ClosedRow extends BlockRow {
  readonly id: string
  readonly reason: string | null
}

/** The rows of a block, for nobody else until the transaction ends; empty when there is no such block. */
export function lockBlock(db: Db, blockId: string): Promise<readonly ClosedRow[]> {
  return blockRows(db, blockId, true)
}

/** The same to look at. */
export function selectBlock(db: Db, blockId: string): Promise<readonly ClosedRow[]> {
  return blockRows(db, blockId, false)
}

async function blockRows(db: Db, blockId: string, isLocking: boolean): Promise<readonly ClosedRow[]> {
  const rows = await db
    .selectFrom('allocation')
    .select(['id', 'resource_id', 'lane', 'reason'])
    .select([sql<string>`lower(during)`.as('from'), sql<string>`upper(during)`.as('until')])
    .where((eb) => eb.or([eb('id', '=', blockId), eb('block_id', '=', blockId)]))
    .where('reason', 'is not', null)
    .orderBy('id')
    .$if(isLocking, (query) => query.forUpdate())
    .execute()
  return rows.map(({ id, resource_id, lane, reason, from, until }) => ({
    id,
    resourceId: resource_id,
    lane,
    reason,
    start: Date.parse(from),
    end: Date.parse(until),
  }))
}

export async function deleteRows(db: Db, rows: readonly { readonly id: string }[]): Promise<void> {
  const ids = rows.map(({ id }) => id)
  await db.deleteFrom('allocation').where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
}

/** Site and zone of each resource. */
export async function selectSites(db: Db, resourceIds: readonly string[]) {
  const rows = await db
    .selectFrom('resource as r')
    .innerJoin('site as s', 's.id', 'r.site_id')
    .select(['r.id', 's.id as siteId', 's.time_zone as timeZone'])
    .where(sql<boolean>`r.id = any(${resourceIds}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

interface Opened {
  readonly id: string
  readonly blockId: string
  readonly reason: string
  readonly rows: readonly BlockRow[]
}

/** Remembers what was opened; what was opened before `forgotten` is no longer known. */
export async function insertOpened(db: Db, opened: Opened & { readonly at: string }, forgotten: string): Promise<void> {
  await db.deleteFrom('opened_time').where('opened_at', '<', forgotten).execute()
  await db
    .insertInto('opened_time')
    .values({
      id: opened.id,
      block_id: opened.blockId,
      reason: opened.reason,
      stretches: JSON.stringify(opened.rows),
      opened_at: opened.at,
    })
    .execute()
}

/** Whoever asks for the same waits until the transaction ends. */
export async function selectOpened(db: Db, id: string): Promise<Opened | null> {
  const row = await db.selectFrom('opened_time').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  // Written by insertOpened only.
  const rows = row?.stretches as unknown as readonly BlockRow[]
  return row ? { id, blockId: row.block_id, reason: row.reason, rows } : null
}

export async function deleteOpened(db: Db, id: string): Promise<void> {
  await db.deleteFrom('opened_time').where('id', '=', id).execute()
}

/** A resource has more lanes than before: what is closed is closed in those too. */
export async function widenBlocks(db: Db, resourceId: string, lanes: number): Promise<void> {
  await db
    .insertInto('allocation')
    .columns(['id', 'resource_id', 'lane', 'during', 'reason', 'block_id'])
    .expression((eb) =>
      eb
        .selectFrom('allocation as a')
        .innerJoin(sql<{ lane: number }>`generate_series(1, ${lanes - 1}::int)`.as<'g'>(sql`g(lane)`), (join) =>
          join.onTrue(),
        )
        .select([sql<string>`gen_random_uuid()`.as('id'), 'a.resource_id', sql<number>`g.lane::smallint`.as('lane')])
        .select((of) => ['a.during', 'a.reason', of.fn.coalesce('a.block_id', 'a.id').as('block_id')])
        .where('a.resource_id', '=', resourceId)
        .where('a.reason', 'is not', null)
        .where('a.lane', '=', 0),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
