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
  readonly visit_type_id: string
  readonly starts_at: string
  readonly ends_at: string
  readonly status: string
  readonly resource_id: string | null
  readonly role: string | null
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
          .select(['resource_id', 'role', 'during'])
          .whereRef('allocation.appointment_id', '=', 'v.id')
          .offset(sql.lit(0))
          .as('a'),
      (join) => join.onTrue(),
    )
    .select([...patientColumns, 'v.id as visit_id', 'v.visit_type_id', 'v.starts_at', 'v.ends_at', 'v.status'])
    .select(['a.resource_id', 'a.role', sql`lower(a.during)`.as('from'), sql`upper(a.during)`.as('until')])
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

/** Time that is taken: by a block (`reason`), a hold (`expires_at`), or a visit at another site. */
export interface DayTakenRow {
  readonly id: string
  readonly resource_id: string
  readonly reason: string | null
  readonly from: string
  readonly until: string
  readonly expires_at: string | null
  readonly staff_name: string | null
  readonly appointment_id: string | null
}

const dayTaken = statement(['siteId', 'resourceIds', 'start', 'end', 'now'], (db, slots) =>
  db
    .selectFrom('allocation as a')
    .leftJoin('hold as h', 'h.id', 'a.hold_id')
    .leftJoin('staff as s', 's.id', 'h.staff_id')
    .select(['a.id', 'a.resource_id', 'a.reason', sql`lower(a.during)`.as('from'), sql`upper(a.during)`.as('until')])
    .select(['h.expires_at', 's.name as staff_name', 'a.appointment_id'])
    .where(sql<boolean>`a.resource_id = any(${slots.resourceIds}::uuid[])`)
    .where(sql<boolean>`a.during && tstzrange(${slots.start}, ${slots.end})`)
    .where((eb) =>
      eb.or([
        eb('a.reason', 'is not', null),
        eb('h.expires_at', '>', slots.now),
        eb(
          eb.selectFrom('appointment as v').select('v.site_id').whereRef('v.id', '=', 'a.appointment_id'),
          '<>',
          slots.siteId,
        ),
      ]),
    ),
)

/** What else takes time of these resources: holds that have not run out, blocks, visits at other sites. */
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
