import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import { instantOfMs } from '../instants.ts'

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

/** Group sessions of a type that take people, with the seats that are left. */
export function selectOpenGroups(db: Db, siteId: string, visitTypeId: string, range: Range) {
  return db
    .selectFrom('group_session as g')
    .innerJoin('allocation as a', 'a.group_session_id', 'g.id')
    .where('g.site_id', '=', siteId)
    .where('g.visit_type_id', '=', visitTypeId)
    .where('g.closed', '=', false)
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
