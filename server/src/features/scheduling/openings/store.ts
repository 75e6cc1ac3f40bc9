import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import { instantOfMs } from '../instants.ts'
import { during, type ForWhom, keepsFrom, type KeptTime } from '../time/store.ts'

interface Range {
  readonly start: number
  readonly end: number
}

const notTaken = ['cancelled', 'no-show'] as const

/** Visits of a patient in a range, but for one that is to be moved. */
export function selectPatientBusy(db: Db, patientId: string, range: Range, without: string | null = null) {
  return db
    .selectFrom('appointment')
    .select(['id', 'starts_at', 'ends_at'])
    .where('patient_id', '=', patientId)
    .where('starts_at', '<', instantOfMs(range.end))
    .where('ends_at', '>', instantOfMs(range.start))
    .where('status', 'not in', notTaken)
    .where(sql<boolean>`id is distinct from ${without}::uuid`)
    .orderBy('starts_at')
    .execute()
}

/** The clinician a patient was with most often since then; of two, the one seen last. */
export async function selectUsualClinician(
  db: Db,
  patientId: string,
  since: string,
  now: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('appointment as v')
    .innerJoin('allocation as a', 'a.appointment_id', 'v.id')
    .select('a.resource_id')
    .where('v.patient_id', '=', patientId)
    .where('v.starts_at', '>=', since)
    .where('v.starts_at', '<', now)
    .where('v.status', 'not in', notTaken)
    .where('a.role', '=', 'clinician')
    .groupBy('a.resource_id')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy((eb) => eb.fn.max('v.starts_at'), 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.resource_id ?? null
}

interface InTheWayRow {
  readonly by: 'visit' | 'hold' | 'block' | 'group'
  readonly resource_id: string
  readonly from: string
  readonly until: string
  readonly since: string | null
  readonly expires_at: string | null
  readonly staff_name: string | null
}

/** What takes some of these times, the latest first; a visit is there since it was booked, or moved there. */
export async function selectInTheWay(
  db: Db,
  times: readonly KeptTime[],
  forWhom: ForWhom,
  without: string | null,
): Promise<InTheWayRow | null> {
  const wanted = times.map(
    (one) => sql<boolean>`(a.resource_id = ${one.resourceId}::uuid and a.during && ${during(one)})`,
  )
  const row = await db
    .selectFrom('allocation as a')
    .leftJoin('hold as h', 'h.id', 'a.hold_id')
    .leftJoin('group_session as g', 'g.id', 'a.group_session_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('appointment_status_history as step')
          .select(['step.at', 'step.by_staff'])
          .whereRef('step.appointment_id', '=', 'a.appointment_id')
          .where('step.to_status', '=', 'booked')
          .orderBy('step.at', 'desc')
          .limit(1)
          .as('placed'),
      (join) => join.onTrue(),
    )
    .leftJoin('staff as s', (join) =>
      join.on('s.id', '=', sql<string>`coalesce(h.staff_id, g.created_by, placed.by_staff)`),
    )
    .select([
      sql<
        InTheWayRow['by']
      >`case when a.reason is not null then 'block' when a.hold_id is not null then 'hold' when a.group_session_id is not null then 'group' else 'visit' end`.as(
        'by',
      ),
      'a.resource_id',
      sql<string>`lower(a.during)`.as('from'),
      sql<string>`upper(a.during)`.as('until'),
      sql<string | null>`coalesce(placed.at, g.created_at)`.as('since'),
      'h.expires_at',
      's.name as staff_name',
    ])
    .where(sql<boolean>`(${sql.join(wanted, sql` or `)})`)
    .where((eb) => eb.or([eb('a.hold_id', 'is', null), keepsFrom(forWhom, 'h')]))
    .where(sql<boolean>`(a.appointment_id is null or a.appointment_id is distinct from ${without}::uuid)`)
    .orderBy(sql`coalesce(placed.at, g.created_at, h.expires_at) desc nulls last`)
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Visits of a type at a site by civil date, in all (`lead_id` null) and with each lead. */
export function selectCapCounts(
  db: Db,
  siteId: string,
  visitTypeIds: readonly string[],
  leadRole: string,
  range: Range,
  zone: string,
) {
  return db
    .selectFrom('appointment as v')
    .leftJoin('allocation as a', (join) => join.onRef('a.appointment_id', '=', 'v.id').on('a.role', '=', leadRole))
    .where('v.site_id', '=', siteId)
    .where('v.starts_at', '>=', instantOfMs(range.start))
    .where('v.starts_at', '<', instantOfMs(range.end))
    .where('v.status', 'not in', notTaken)
    .where(sql<boolean>`v.visit_type_id = any(${visitTypeIds}::uuid[])`)
    .select([sql<string>`to_char(v.starts_at at time zone ${zone}, 'YYYY-MM-DD')`.as('date'), 'v.visit_type_id'])
    .select(['a.resource_id as lead_id', sql<number>`count(*)::int`.as('count')])
    .groupBy(sql`1, 2, 3`)
    .execute()
}

/** The same of holds that others have, until they run out. */
export function selectHeldCapCounts(
  db: Db,
  siteId: string,
  visitTypeIds: readonly string[],
  leadRole: string,
  range: Range,
  zone: string,
  forWhom: ForWhom,
) {
  return db
    .selectFrom('hold as h')
    .leftJoin('allocation as a', (join) => join.onRef('a.hold_id', '=', 'h.id').on('a.role', '=', leadRole))
    .where('h.site_id', '=', siteId)
    .where('h.starts_at', '>=', instantOfMs(range.start))
    .where('h.starts_at', '<', instantOfMs(range.end))
    .where(keepsFrom(forWhom, 'h'))
    .where(sql<boolean>`h.visit_type_id = any(${visitTypeIds}::uuid[])`)
    .select([sql<string>`to_char(h.starts_at at time zone ${zone}, 'YYYY-MM-DD')`.as('date'), 'h.visit_type_id'])
    .select(['a.resource_id as lead_id', sql<number>`count(*)::int`.as('count')])
    .groupBy(sql`1, 2, 3`)
    .execute()
}

/** Group sessions of a type that take people, with the seats that are left. */
export function selectOpenGroups(db: Db, siteId: string, visitTypeId: string, range: Range) {
  return db
    .selectFrom('group_session as g')
    .innerJoin('allocation as a', 'a.group_session_id', 'g.id')
    .where('g.site_id', '=', siteId)
    .where('g.visit_type_id', '=', visitTypeId)
    .where('g.closed', '=', false)
    .where('g.removed_at', 'is', null)
    .where('g.starts_at', '>=', instantOfMs(range.start))
    .where('g.starts_at', '<', instantOfMs(range.end))
    .select(['g.id', 'g.starts_at', 'g.ends_at', 'g.seats', 'a.resource_id', 'a.role', 'a.lane'])
    .select([sql<string>`lower(a.during)`.as('from'), sql<string>`upper(a.during)`.as('until')])
    .select((eb) =>
      eb
        .selectFrom('appointment as v')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('v.group_session_id', '=', 'g.id')
        .where('v.status', 'not in', notTaken)
        .as('taken'),
    )
    .orderBy('g.starts_at')
    .orderBy('g.id')
    .execute()
}

/** Years after which what became of visits says little about the next. */
const historyYears = 2

/** The visits of a session of a resource, with how many of each person's past ones took place and were missed. */
export function selectSessionVisits(db: Db, resourceId: string, session: Range, now: number) {
  const since = instantOfMs(now - historyYears * 365 * 86_400_000)
  return db
    .selectFrom('allocation as a')
    .innerJoin('appointment as v', 'v.id', 'a.appointment_id')
    .select(['v.starts_at', 'v.booked_at', 'a.lane'])
    .select((eb) =>
      (
        [
          ['checked-out', 'kept'],
          ['no-show', 'missed'],
        ] as const
      ).map(([status, name]) =>
        eb
          .selectFrom('appointment as p')
          .select((of) => of.fn.countAll<number>().as('count'))
          .whereRef('p.patient_id', '=', 'v.patient_id')
          .where('p.status', '=', status)
          .where('p.starts_at', '<', instantOfMs(now))
          .where('p.starts_at', '>=', since)
          .$asScalar()
          .$notNull()
          .as(name),
      ),
    )
    .where('a.resource_id', '=', resourceId)
    .where(sql<boolean>`a.during && tstzrange(${instantOfMs(session.start)}, ${instantOfMs(session.end)})`)
    .where('v.status', 'not in', notTaken)
    .execute()
}
