import { sql } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'

export interface Scope {
  readonly siteIds: readonly string[]
  readonly visitTypeId: string | null
  readonly clinicianId: string | null
  /** Civil dates of each site, both included. */
  readonly from: string
  readonly to: string
}

/** Visits of the scope whose `moment` falls on its dates by the clock of their site. */
function visitsOn(db: Db, moment: 'starts_at' | 'booked_at', scope: Scope) {
  const { siteIds, visitTypeId, clinicianId, from, to } = scope
  const at = sql.ref(`v.${moment}`)
  return (
    db
      .selectFrom('appointment as v')
      .innerJoin('site as s', 's.id', 'v.site_id')
      .where(sql<boolean>`v.site_id = any(${[...siteIds]}::uuid[])`)
      // Wide enough for every zone, and an index can use it; the dates themselves decide.
      .where(sql<boolean>`${at} >= ${from}::date - interval '2 days'`)
      .where(sql<boolean>`${at} < ${to}::date + interval '3 days'`)
      .where(sql<boolean>`(${at} at time zone s.time_zone)::date between ${from}::date and ${to}::date`)
      .$if(visitTypeId !== null, (query) => query.where('v.visit_type_id', '=', visitTypeId))
      .$if(clinicianId !== null, (query) =>
        query.where((eb) =>
          eb.exists(
            eb
              .selectFrom('allocation as a')
              .select('a.id')
              .where('a.resource_id', '=', clinicianId)
              .where((or) =>
                or.or([
                  or('a.appointment_id', '=', or.ref('v.id')),
                  or('a.group_session_id', '=', or.ref('v.group_session_id')),
                ]),
              ),
          ),
        ),
      )
  )
}

/**
 * Visits that were booked in the period, by kind and by how many civil days they are away from their booking. Left out
 * are people who walked in, later visits of a series (nobody waits for them) and what was brought from another system.
 */
export function selectDaysToAppointment(db: Db, scope: Scope) {
  return visitsOn(db, 'booked_at', scope)
    .where('v.walk_in', '=', false)
    .where('v.series_id', 'is', null)
    .where('v.source', '<>', 'import')
    .select('v.visit_type_id')
    .select(
      sql<number>`greatest(0, (v.starts_at at time zone s.time_zone)::date - (v.booked_at at time zone s.time_zone)::date)`.as(
        'days',
      ),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .groupBy(['v.visit_type_id', 'days'])
    .execute()
}

/** Visits of the period by kind and what became of them. */
export function selectOutcomes(db: Db, scope: Scope, now: string) {
  return visitsOn(db, 'starts_at', scope)
    .select(['v.visit_type_id', 'v.status'])
    .select(sql<boolean>`v.ends_at < ${now}`.as('is_past'))
    .select(sql<number>`count(*)::int`.as('count'))
    .groupBy(['v.visit_type_id', 'v.status', 'is_past'])
    .execute()
}

/** Why, by whom and how many minutes before their start the cancelled visits of the period were cancelled. */
export function selectCancelled(db: Db, scope: Scope) {
  return visitsOn(db, 'starts_at', scope)
    .where('v.status', '=', 'cancelled')
    .select(['v.cancel_reason', 'v.cancelled_by'])
    .select(
      sql<number>`coalesce(v.cancel_notice_minutes,
        floor(extract(epoch from v.starts_at - coalesce(v.cancelled_at, v.status_since)) / 60))::int`.as('minutes'),
    )
    .execute()
}

export interface SessionSpan {
  readonly key: number
  readonly resourceId: string
  /** Instants in UTC. */
  readonly start: string
  readonly end: string
}

/** Minutes that visits take of sessions, by session and kind of visit. */
export async function selectSessionUse(db: Db, spans: readonly SessionSpan[]) {
  if (spans.length === 0) return []
  const column = (name: keyof SessionSpan) => spans.map((span) => span[name])
  const rows = sql<{ key: number; resource_id: string; start: string; until: string }>`
    (select * from unnest(${column('key')}::int[], ${column('resourceId')}::uuid[], ${column('start')}::timestamptz[],
      ${column('end')}::timestamptz[]) as k(key, resource_id, start, until))`
  return db
    .selectFrom(rows.as('k'))
    .innerJoin('allocation as a', (join) =>
      join.onRef('a.resource_id', '=', 'k.resource_id').on(sql<boolean>`a.during && tstzrange(k.start, k.until)`),
    )
    .leftJoin('appointment as v', 'v.id', 'a.appointment_id')
    .leftJoin('group_session as g', 'g.id', 'a.group_session_id')
    .where((eb) => eb.or([eb('a.appointment_id', 'is not', null), eb('a.group_session_id', 'is not', null)]))
    .select('k.key')
    .select((eb) => eb.fn.coalesce('v.visit_type_id', 'g.visit_type_id').as('visit_type_id'))
    .select(
      sql<number>`round(sum(extract(epoch from least(upper(a.during), k.until) - greatest(lower(a.during), k.start)) / 60))::int`.as(
        'minutes',
      ),
    )
    .groupBy(['k.key', sql`coalesce(v.visit_type_id, g.visit_type_id)`])
    .execute()
}
