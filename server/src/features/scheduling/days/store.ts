import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import { instantOfMs } from '../instants.ts'

interface Range {
  readonly start: number
  readonly end: number
}

/** The days as rows, numbered from 0. */
function daysOf(days: readonly Range[]) {
  const starts = days.map(({ start }) => instantOfMs(start))
  const ends = days.map(({ end }) => instantOfMs(end))
  return sql<{ at: number; start: string; until: string }>`
    (select at::int - 1 as at, start, until
     from unnest(${starts}::timestamptz[], ${ends}::timestamptz[]) with ordinality as d(start, until, at))`
}

/** Minutes of each resource that visits, groups and holds take on each of some days, and how many visits begin then. */
export function selectLoads(db: Db, resourceIds: readonly string[], days: readonly Range[], now: string) {
  return db
    .selectFrom(daysOf(days).as('d'))
    .innerJoin('allocation as a', (join) =>
      join
        .on(sql<boolean>`a.resource_id = any(${resourceIds}::uuid[])`)
        .on(sql<boolean>`a.during && tstzrange(d.start, d.until)`),
    )
    .leftJoin('hold as h', 'h.id', 'a.hold_id')
    .where('a.reason', 'is', null)
    .where((eb) => eb.or([eb('a.hold_id', 'is', null), eb('h.expires_at', '>', now)]))
    .groupBy(['a.resource_id', 'd.at'])
    .select(['a.resource_id', 'd.at'])
    .select(
      sql<number>`round(sum(extract(epoch from
        least(upper(a.during), d.until) - greatest(lower(a.during), d.start)) / 60))::int`.as('minutes'),
    )
    .select(sql<number>`count(*) filter (where a.hold_id is null and lower(a.during) >= d.start)::int`.as('visits'))
    .execute()
}

/** How many visits of a site begin on each of some days. */
export function selectVisitCounts(
  db: Db,
  siteId: string,
  days: readonly Range[],
  resourceIds: readonly string[] | null,
) {
  return db
    .selectFrom(daysOf(days).as('d'))
    .innerJoin('appointment as v', (join) =>
      join
        .on('v.site_id', '=', siteId)
        .on(sql<boolean>`v.starts_at >= d.start`)
        .on(sql<boolean>`v.starts_at < d.until`),
    )
    .where('v.status', '<>', 'cancelled')
    .$if(resourceIds !== null, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('allocation as a')
            .select('a.id')
            .where(sql<boolean>`a.resource_id = any(${resourceIds}::uuid[])`)
            .where((or) =>
              or.or([
                or('a.appointment_id', '=', or.ref('v.id')),
                or('a.group_session_id', '=', or.ref('v.group_session_id')),
              ]),
            ),
        ),
      ),
    )
    .groupBy('d.at')
    .select(['d.at', sql<number>`count(*)::int`.as('visits')])
    .execute()
}

/** Ids of visits of these resources that touch the time, and of groups. */
export function selectVisitIds(db: Db, resourceIds: readonly string[], { start, end }: Range, most: number) {
  return db
    .selectFrom('allocation as a')
    .select(['a.appointment_id', 'a.group_session_id'])
    .distinct()
    .where(sql<boolean>`a.resource_id = any(${resourceIds}::uuid[])`)
    .where(sql<boolean>`a.during && tstzrange(${instantOfMs(start)}, ${instantOfMs(end)})`)
    .where(sql<boolean>`(a.appointment_id is not null or a.group_session_id is not null)`)
    .limit(most)
    .execute()
}

/** Visits in these groups. */
export async function selectMemberIds(db: Db, groupIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('appointment')
    .select('id')
    .where(sql<boolean>`group_session_id = any(${groupIds}::uuid[])`)
    .where('status', '<>', 'cancelled')
    .execute()
  return rows.map(({ id }) => id)
}

export function selectBlocks(db: Db, resourceIds: readonly string[], { start, end }: Range) {
  return (
    db
      .selectFrom('allocation as a')
      .select((eb) => [eb.fn.coalesce('a.block_id', 'a.id').as('id'), 'a.resource_id', 'a.reason'])
      .select([sql<string>`lower(a.during)`.as('from'), sql<string>`upper(a.during)`.as('until')])
      .where(sql<boolean>`a.resource_id = any(${resourceIds}::uuid[])`)
      .where(sql<boolean>`a.during && tstzrange(${instantOfMs(start)}, ${instantOfMs(end)})`)
      .where('a.reason', 'is not', null)
      // A block has a row in every lane.
      .where('a.lane', '=', 0)
      .execute()
  )
}
