import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

/** Instants in UTC. */
export interface Time {
  readonly start: string
  readonly end: string
}

function range({ start, end }: Time) {
  return sql<string>`tstzrange(${start}, ${end})`
}

/** Visits that count on one of these resources in that time, whatever their state, as far as they still have the time. */
export function selectAffected(db: Db, resourceIds: readonly string[], time: Time) {
  return db
    .selectFrom('appointment as v')
    .select(['v.id', 'v.patient_id', 'v.visit_type_id', 'v.site_id', 'v.starts_at', 'v.ends_at', 'v.status'])
    .select(['v.version', 'v.booked_at'])
    .where('v.id', 'in', (eb) =>
      eb
        .selectFrom('allocation as a')
        .select('a.appointment_id')
        .where(sql<boolean>`a.resource_id = any(${resourceIds}::uuid[])`)
        .where('a.appointment_id', 'is not', null)
        .where(sql<boolean>`a.during && ${range(time)}`)
        .$narrowType<{ appointment_id: string }>(),
    )
    .where('v.status', 'not in', ['cancelled', 'no-show'])
    .orderBy('v.starts_at')
    .orderBy('v.id')
    .execute()
}

export type AffectedRow = Awaited<ReturnType<typeof selectAffected>>[number]

/** The resources of these visits with their times. */
export function selectPlaces(db: Db, appointmentIds: readonly string[]) {
  return db
    .selectFrom('allocation as a')
    .select(['a.appointment_id', 'a.resource_id', 'a.role', 'a.lane'])
    .select([sql<string>`lower(a.during)`.as('from'), sql<string>`upper(a.during)`.as('until')])
    .where(sql<boolean>`a.appointment_id = any(${appointmentIds}::uuid[])`)
    .where(sql<boolean>`not isempty(a.during)`)
    .orderBy('a.role')
    .execute()
}

/** What takes time of resources but for these visits and this group, whose time counts as free. Holds of anybody take it. */
export function selectTaken(
  db: Db,
  resourceIds: readonly string[],
  time: Time,
  but: { readonly appointmentIds: readonly string[]; readonly groupId: string | null; readonly now: string },
) {
  return db
    .selectFrom('allocation as a')
    .leftJoin('hold as h', 'h.id', 'a.hold_id')
    .leftJoin('appointment as v', 'v.id', 'a.appointment_id')
    .select([
      'a.resource_id',
      'a.lane',
      'v.visit_type_id',
      sql<string>`lower(a.during)`.as('from'),
      sql<string>`upper(a.during)`.as('until'),
    ])
    .where(sql<boolean>`a.resource_id = any(${resourceIds}::uuid[])`)
    .where(sql<boolean>`a.during && ${range(time)}`)
    .where((eb) =>
      eb.or([eb('a.appointment_id', 'is', null), sql<boolean>`a.appointment_id <> all(${but.appointmentIds}::uuid[])`]),
    )
    .where((eb) =>
      eb.or([eb('a.group_session_id', 'is', null), eb('a.group_session_id', 'is distinct from', but.groupId)]),
    )
    .where((eb) => eb.or([eb('a.hold_id', 'is', null), eb('h.expires_at', '>', but.now)]))
    .execute()
}

/** Other visits of these patients. */
export function selectPatientsBusy(
  db: Db,
  patientIds: readonly string[],
  time: Time,
  butAppointmentIds: readonly string[],
) {
  return db
    .selectFrom('appointment as v')
    .select(['v.patient_id', 'v.starts_at', 'v.ends_at'])
    .where(sql<boolean>`v.patient_id = any(${patientIds}::uuid[])`)
    .where(sql<boolean>`v.id <> all(${butAppointmentIds}::uuid[])`)
    .where('v.starts_at', '<', time.end)
    .where('v.ends_at', '>', time.start)
    .where('v.status', 'not in', ['cancelled', 'no-show'])
    .execute()
}
