import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import { instantOfMs } from '../instants.ts'
import { statement } from '../../../platform/database/statement.ts'
import { patientColumns } from '../store.ts'
import type { LineColumns } from '../../patients/index.ts'

/** Epoch milliseconds. */
interface Range {
  readonly start: number
  readonly end: number
}

/** A visit and one of its resources; `id` is the patient's. */
export interface DayVisitRow extends LineColumns {
  readonly visit_id: string
  readonly site_id: string
  readonly visit_type_id: string
  readonly starts_at: string
  readonly ends_at: string
  readonly status: string
  readonly version: number
  readonly approval: string | null
  readonly walk_in: boolean
  readonly chain_id: string | null
  readonly chain_leg: number | null
  readonly series_id: string | null
  readonly series_occurrence: number | null
  readonly group_session_id: string | null
  readonly seat: number | null
  readonly resource_id: string | null
  readonly role: string | null
  readonly lane: number | null
  readonly from: string | null
  readonly until: string | null
}

/** A visit lasts ten hours at most. */
const longestMs = 36_000_000

/** Looked up visit by visit: beside a few dozen visits the planner would rather read the whole of the other tables. */
function visitRows(db: Db) {
  return db
    .selectFrom('appointment as v')
    .innerJoinLateral(
      (eb) =>
        eb.selectFrom('patient').selectAll().whereRef('patient.id', '=', 'v.patient_id').limit(sql.lit(1)).as('p'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('allocation')
          .select(['resource_id', 'role', 'lane', 'during'])
          .whereRef('allocation.appointment_id', '=', 'v.id')
          .offset(sql.lit(0))
          .as('a'),
      (join) => join.onTrue(),
    )
    .select([
      ...patientColumns,
      'v.id as visit_id',
      'v.site_id',
      'v.visit_type_id',
      'v.starts_at',
      'v.ends_at',
      'v.status',
    ])
    .select(['v.version', 'v.approval', 'v.walk_in', 'v.chain_id', 'v.chain_leg', 'v.series_id'])
    .select(['v.series_occurrence', 'v.group_session_id', 'v.seat'])
    .select(['a.resource_id', 'a.role', 'a.lane', sql`lower(a.during)`.as('from'), sql`upper(a.during)`.as('until')])
    .orderBy('v.starts_at')
    .orderBy('v.id')
}

const dayVisits = statement(['siteId', 'before', 'start', 'end'], (db, slots) =>
  visitRows(db)
    .where('v.site_id', '=', slots.siteId)
    .where('v.starts_at', '>=', slots.before)
    .where('v.starts_at', '<', slots.end)
    .where('v.ends_at', '>', slots.start)
    .where('v.status', '<>', 'cancelled'),
)

/** One row for each resource of each visit of a site that touches the day; what is cancelled is not on the day. */
export async function selectDayVisits(db: Db, siteId: string, day: Range): Promise<readonly DayVisitRow[]> {
  const before = instantOfMs(day.start - longestMs)
  const values = { siteId, before, start: instantOfMs(day.start), end: instantOfMs(day.end) }
  const { rows } = await db.executeQuery(dayVisits(db, values))
  return rows as readonly DayVisitRow[]
}

/** The same for these visits. */
export async function selectVisits(db: Db, appointmentIds: readonly string[]): Promise<readonly DayVisitRow[]> {
  const rows = await visitRows(db).where(sql<boolean>`v.id = any(${appointmentIds}::uuid[])`).execute()
  return rows as readonly DayVisitRow[]
}

/** Time that is taken: by a block (`reason`), a hold (`expires_at`), a group session, or a visit at another site. */
export interface DayTakenRow {
  readonly id: string
  readonly resource_id: string
  readonly reason: string | null
  readonly lane: number
  readonly from: string
  readonly until: string
  readonly hold_id: string | null
  readonly expires_at: string | null
  /** Of the visit that a hold is kept for. */
  readonly hold_site_id: string | null
  readonly hold_visit_type_id: string | null
  readonly hold_starts_at: string | null
  readonly staff_id: string | null
  readonly staff_name: string | null
  readonly appointment_id: string | null
  readonly group_session_id: string | null
}

const dayTaken = statement(['siteId', 'resourceIds', 'start', 'end', 'now'], (db, slots) =>
  db
    .selectFrom('allocation as a')
    .leftJoin('hold as h', 'h.id', 'a.hold_id')
    .leftJoin('staff as s', 's.id', 'h.staff_id')
    .select(['a.resource_id', 'a.reason', 'a.lane', 'a.hold_id', 'h.expires_at', 'h.staff_id', 's.name as staff_name'])
    .select(['h.site_id as hold_site_id', 'h.visit_type_id as hold_visit_type_id', 'h.starts_at as hold_starts_at'])
    .select(['a.appointment_id', 'a.group_session_id'])
    .select((eb) => [
      eb.fn.coalesce('a.block_id', 'a.id').as('id'),
      sql`lower(a.during)`.as('from'),
      sql`upper(a.during)`.as('until'),
    ])
    .where(sql<boolean>`a.resource_id = any(${slots.resourceIds}::uuid[])`)
    .where(sql<boolean>`a.during && tstzrange(${slots.start}, ${slots.end})`)
    .where((eb) =>
      eb.or([
        // A block has a row in every lane.
        eb.and([eb('a.reason', 'is not', null), eb('a.lane', '=', sql.lit(0))]),
        eb('h.expires_at', '>', slots.now),
        eb('a.group_session_id', 'is not', null),
        eb(
          eb.selectFrom('appointment as v').select('v.site_id').whereRef('v.id', '=', 'a.appointment_id'),
          '<>',
          slots.siteId,
        ),
      ]),
    ),
)

/** What else takes time of these resources: holds that have not run out, blocks, groups, visits at other sites. */
export async function selectDayTaken(
  db: Db,
  siteId: string,
  resourceIds: readonly string[],
  day: Range,
  now: string,
): Promise<readonly DayTakenRow[]> {
  const values = { siteId, resourceIds, start: instantOfMs(day.start), end: instantOfMs(day.end), now }
  const { rows } = await db.executeQuery(dayTaken(db, values))
  return rows as readonly DayTakenRow[]
}

/** Group sessions with their resources, one row each, and how many seats are taken. */
export function selectGroups(db: Db, groupIds: readonly string[]) {
  return db
    .selectFrom('group_session as g')
    .innerJoin('allocation as a', 'a.group_session_id', 'g.id')
    .select(['g.id', 'g.visit_type_id', 'g.starts_at', 'g.ends_at', 'g.seats', 'g.closed', 'g.version'])
    .select(['a.resource_id', 'a.role', 'a.lane'])
    .select([sql<string>`lower(a.during)`.as('from'), sql<string>`upper(a.during)`.as('until')])
    .select((eb) =>
      eb
        .selectFrom('appointment as v')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('v.group_session_id', '=', 'g.id')
        .where('v.status', 'not in', ['cancelled', 'no-show'])
        .as('taken'),
    )
    .where(sql<boolean>`g.id = any(${groupIds}::uuid[])`)
    .where('g.removed_at', 'is', null)
    .orderBy('g.starts_at')
    .orderBy('g.id')
    .orderBy('a.role')
    .execute()
}

export type GroupRow = Awaited<ReturnType<typeof selectGroups>>[number]
