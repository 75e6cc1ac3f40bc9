import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

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
