import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import { instantOfMs } from '../instants.ts'

/** Epoch milliseconds. */
interface Range {
  readonly start: number
  readonly end: number
}

/** All that takes time of a resource, as text: `lane start end visit` with times in minutes since 1970, by commas. */
export interface PackedRow {
  readonly resource_id: string
  readonly packed: string
}

/** One row a resource, put together where the rows are: what an index is built from, without holds and blocks. */
export function selectPacked(db: Db, resourceIds: readonly string[], { start, end }: Range): Promise<PackedRow[]> {
  return db
    .selectFrom('allocation as a')
    .leftJoin('hold as h', 'h.id', 'a.hold_id')
    .select('a.resource_id')
    .select(
      sql<string>`string_agg(a.lane || ' ' || floor(extract(epoch from lower(a.during)) / 60)::bigint || ' ' ||
        ceil(extract(epoch from upper(a.during)) / 60)::bigint, ',')`.as('packed'),
    )
    .where(sql<boolean>`a.resource_id = any(${resourceIds}::uuid[])`)
    .where(sql<boolean>`a.during && tstzrange(${instantOfMs(start)}, ${instantOfMs(end)})`)
    .where('a.appointment_id', 'is not', null)
    .groupBy('a.resource_id')
    .execute()
}

/** Whose time it is: of a visit or group (`visit`), a block (`reason`), or a hold with its end and its holder. */
export interface TimeRow {
  readonly id: string
  readonly resource_id: string
  readonly lane: number
  readonly from: string
  readonly until: string
  readonly visit: boolean
  readonly reason: string | null
  /** Closed because somebody or something is missing: nobody can give that time up. */
  readonly repair: boolean
  readonly expires_at: string | null
  readonly staff_id: string | null
  readonly token_hash: Buffer | null
}

function times(db: Db) {
  return db
    .selectFrom('allocation as a')
    .leftJoin('hold as h', 'h.id', 'a.hold_id')
    .select(['a.id', 'a.resource_id', 'a.lane', 'a.reason', 'h.expires_at', 'h.staff_id'])
    .select('h.public_token_hash as token_hash')
    .select([
      sql<string>`lower(a.during)`.as('from'),
      sql<string>`upper(a.during)`.as('until'),
      sql<boolean>`a.appointment_id is not null or a.group_session_id is not null`.as('visit'),
    ])
    .select((eb) =>
      eb
        .exists(eb.selectFrom('repair as r').select('r.id').whereRef('r.id', '=', 'a.block_id'))
        .$castTo<boolean>()
        .as('repair'),
    )
}

/** Holds, blocks and groups of these resources: few beside the visits. */
export function selectMarks(
  db: Db,
  resourceIds: readonly string[],
  { start, end }: Range,
): Promise<readonly TimeRow[]> {
  return times(db)
    .where(sql<boolean>`a.resource_id = any(${resourceIds}::uuid[])`)
    .where(sql<boolean>`a.during && tstzrange(${instantOfMs(start)}, ${instantOfMs(end)})`)
    .where('a.appointment_id', 'is', null)
    .execute()
}

/** All that takes time in some ranges of some resources. */
export function selectRanges(
  db: Db,
  ranges: readonly { readonly resourceId: string; readonly start: number; readonly end: number }[],
): Promise<readonly TimeRow[]> {
  const resources = ranges.map(({ resourceId }) => resourceId)
  const starts = ranges.map(({ start }) => instantOfMs(start))
  const ends = ranges.map(({ end }) => instantOfMs(end))
  return times(db)
    .innerJoin(
      sql<{ resource: string; during: string }>`
        (select resource, tstzrange(start, until) as during
         from unnest(${resources}::uuid[], ${starts}::timestamptz[], ${ends}::timestamptz[]) as t(resource, start, until))`.as(
        'w',
      ),
      (join) => join.onRef('w.resource', '=', 'a.resource_id').on(sql<boolean>`a.during && w.during`),
    )
    .distinctOn('a.id')
    .execute()
}

/** The number below which every transaction has ended. */
export async function selectXmin(db: Db): Promise<string> {
  const { xmin } = await db
    .selectNoFrom(sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text`.as('xmin'))
    .executeTakeFirstOrThrow()
  return xmin
}

export interface LogRows {
  readonly xmin: string
  readonly rows: readonly { readonly id: number; readonly taken: readonly (readonly [string, number, number])[] }[]
}

/**
 * Whose time changed hands in transactions that had not ended when `since` was read, and the number to ask with next
 * time. Numbers of transactions, not times or ids: a transaction that began early and commits late is not missed.
 */
export async function selectLog(db: Db, since: string): Promise<LogRows> {
  const { xmin, rows } = await db
    .selectNoFrom((eb) => [
      sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text`.as('xmin'),
      eb
        .selectFrom('outbox as o')
        .where(sql<boolean>`o.xid >= ${since}::xid8`)
        .where(sql<boolean>`o.payload ? 'taken'`)
        .select(
          sql<LogRows['rows'] | null>`json_agg(json_build_object('id', o.id, 'taken', o.payload->'taken'))`.as('rows'),
        )
        .as('rows'),
    ])
    .executeTakeFirstOrThrow()
  return { xmin, rows: rows ?? [] }
}
