import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

/** What is kept of a resource from an instant on: visits, groups, and openings that are still held at `now`. */
export function selectKeptFrom(db: Db, resourceId: string, from: string, now: string) {
  return db
    .selectFrom('allocation as a')
    .leftJoin('appointment as v', 'v.id', 'a.appointment_id')
    .leftJoin('group_session as g', 'g.id', 'a.group_session_id')
    .leftJoin('hold as h', 'h.id', 'a.hold_id')
    .where('a.resource_id', '=', resourceId)
    .where('a.reason', 'is', null)
    .where(sql<boolean>`a.during && tstzrange(${from}::timestamptz, null)`)
    .where((eb) => eb.or([eb('h.id', 'is', null), eb('h.expires_at', '>', now)]))
    .select('a.lane')
    .select((eb) => [
      eb.fn.coalesce('v.id', 'g.id', 'h.id').$notNull().as('id'),
      eb.fn.coalesce('v.visit_type_id', 'g.visit_type_id', 'h.visit_type_id').$notNull().as('visitTypeId'),
      eb.fn.coalesce('v.walk_in', sql<boolean>`false`).as('walkIn'),
      eb.fn<string>('lower', ['a.during']).as('from'),
      eb.fn<string>('upper', ['a.during']).as('until'),
    ])
    .execute()
}

/** Visits and seats that a resource is booked for from an instant on, the earliest first. */
export async function selectBookedFrom(db: Db, resourceId: string, from: string) {
  return db
    .selectFrom('allocation as a')
    .leftJoin('group_session as g', 'g.id', 'a.group_session_id')
    .innerJoin('appointment as v', (join) =>
      join.on((on) =>
        on.or([on('v.id', '=', on.ref('a.appointment_id')), on('v.group_session_id', '=', on.ref('g.id'))]),
      ),
    )
    .innerJoin('patient as p', 'p.id', 'v.patient_id')
    .where('a.resource_id', '=', resourceId)
    .where('v.status', '=', 'booked')
    .where(sql<boolean>`a.during && tstzrange(${from}::timestamptz, null)`)
    .select((eb) => [
      'v.id as appointmentId',
      'v.visit_type_id as visitTypeId',
      'v.walk_in as walkIn',
      'v.starts_at as start',
      'v.ends_at as end',
      'a.role',
      'p.id',
      'p.mrn',
      'p.given',
      'p.middle',
      'p.family',
      'p.preferred',
      'p.prefix',
      'p.suffix',
      'p.birth_date',
      'p.language',
      'p.interpreter_needed',
      eb.fn<string>('lower', ['a.during']).as('keptFrom'),
      eb.fn<string>('upper', ['a.during']).as('keptTo'),
    ])
    .orderBy('v.starts_at')
    .orderBy('v.id')
    .execute()
}
