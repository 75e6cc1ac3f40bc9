import type { BookingPlan } from '@foyer/scheduling'
import { sql } from 'kysely'
import type { Db, Statement } from '../../platform/database/organization-db.ts'
import { instantOfMs } from './instants.ts'
import { statement } from '../../platform/database/statement.ts'
import { inOrder, queueKeys } from './time/store.ts'

/** What a line about a patient needs; `id` is the patient's, a visit's own is `visit_id` beside it. */
export const patientColumns = [
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
] as const

export async function patientExists(db: Db, patientId: string): Promise<boolean> {
  const row = await db.selectFrom('patient').select('id').where('id', '=', patientId).executeTakeFirst()
  return row !== undefined
}

export interface ForBooking {
  readonly deceased: boolean
  readonly hold_id: string | null
  readonly expires_at: string | null
}

const forBooking = statement(['patientId', 'holdId', 'staffId'], (db, slots) =>
  db
    .selectFrom('patient as p')
    .leftJoin('hold as h', (join) => join.on('h.id', '=', slots.holdId).on('h.staff_id', '=', slots.staffId))
    .select(['p.deceased', 'h.id as hold_id', 'h.expires_at'])
    .where('p.id', '=', slots.patientId),
)

/** The patient and, where one is named, the caller's own hold; undefined when there is no such patient. */
export async function selectForBooking(
  db: Db,
  patientId: string,
  holdId: string | null,
  staffId: string,
): Promise<ForBooking | undefined> {
  const { rows } = await db.executeQuery(forBooking(db, { patientId, holdId, staffId }))
  return rows[0] as ForBooking | undefined
}

export interface By {
  readonly at: string
  readonly staffId: string
  readonly name: string
}

export interface NewAppointment {
  readonly id: string
  readonly patientId: string
  readonly visitTypeId: string
  readonly siteId: string
  readonly note: string | null
}

const visitNames = ['id', 'patientId', 'visitTypeId', 'siteId', 'start', 'end', 'note', 'at', 'staffId'] as const
const restNames = ['by', 'stepId', 'keys'] as const
const rowNames = ['id', 'resource', 'role', 'from', 'until'] as const

/** One statement for each number of resources. Whoever wants the same time waits in it before anything is inserted. */
function bookingOf(resources: number) {
  const rows = Array.from({ length: resources }, (_, at) => rowNames.map((name) => `${name}${at}`))
  return statement<string>([...visitNames, ...restNames, ...rows.flat()], (db, slots) => {
    // Every name is one of those handed in above.
    const slot = (name: string): string => slots[name] as string
    const wanted = rows.map(
      ([id = '', resource = '', role = '', from = '', until = '']) =>
        sql`(${slot(id)}::uuid, ${slot(resource)}::uuid, ${slot(role)}::text, ${slot(from)}::timestamptz, ${slot(until)}::timestamptz)`,
    )
    return db
      .with('visit', (query) =>
        query
          .insertInto('appointment')
          .columns([
            'id',
            'patient_id',
            'visit_type_id',
            'site_id',
            'starts_at',
            'ends_at',
            'status_since',
            'note',
            'booked_by',
            'booked_at',
          ])
          // Nobody is booked who is not there any more: without the visit the rest of the statement finds no hold.
          .expression((eb) =>
            eb
              .selectFrom('patient as p')
              .select([
                sql<string>`${slot('id')}::uuid`.as('id'),
                'p.id as patient_id',
                sql<string>`${slot('visitTypeId')}::uuid`.as('visit_type_id'),
                sql<string>`${slot('siteId')}::uuid`.as('site_id'),
                sql<string>`${slot('start')}::timestamptz`.as('starts_at'),
                sql<string>`${slot('end')}::timestamptz`.as('ends_at'),
                sql<string>`${slot('at')}::timestamptz`.as('status_since'),
                sql<string>`${slot('note')}::text`.as('note'),
                sql<string>`${slot('staffId')}::uuid`.as('booked_by'),
                sql<string>`${slot('at')}::timestamptz`.as('booked_at'),
              ])
              .where('p.id', '=', slot('patientId'))
              .where('p.deceased', '=', false),
          ),
      )
      .with('kept', (query) =>
        query
          .insertInto('allocation')
          .columns(['id', 'resource_id', 'role', 'during', 'appointment_id'])
          .expression(
            sql`select w.id, w.resource_id, w.role, tstzrange(w.starts_at, w.ends_at), ${slot('id')}::uuid from (select count(pg_advisory_xact_lock(hashtextextended(key, 0))) as length from unnest(${slot('keys')}::text[]) as key) as queue, (values ${sql.join(wanted)}) as w(id, resource_id, role, starts_at, ends_at) where queue.length > 0`,
          ),
      )
      .insertInto('appointment_status_history')
      .values({
        id: slot('stepId'),
        appointment_id: slot('id'),
        to_status: 'booked',
        at: slot('at'),
        by_staff: slot('staffId'),
        by_name: slot('by'),
      })
  })
}

const bookings = new Map<number, ReturnType<typeof bookingOf>>()

/** The visit, its resources and the first line of its history as one statement. */
export function insertAppointment(
  db: Db,
  visit: NewAppointment,
  plan: BookingPlan,
  by: By,
  newId: () => string,
): Statement {
  const assignments = inOrder(plan)
  const build = bookings.get(assignments.length) ?? bookingOf(assignments.length)
  bookings.set(assignments.length, build)
  const values: Record<string, unknown> = {
    ...visit,
    start: instantOfMs(plan.start),
    end: instantOfMs(plan.end),
    at: by.at,
    staffId: by.staffId,
    by: by.name,
    stepId: newId(),
    keys: queueKeys(plan),
  }
  for (const [at, one] of assignments.entries()) {
    values[`id${at}`] = newId()
    values[`resource${at}`] = one.resourceId
    values[`role${at}`] = one.role
    values[`from${at}`] = instantOfMs(one.start)
    values[`until${at}`] = instantOfMs(one.end)
  }
  return build(db, values)
}

export async function insertHistory(
  db: Db,
  step: { id: string; appointmentId: string; from: string | null; to: string; reason: string | null },
  by: By,
): Promise<void> {
  await db
    .insertInto('appointment_status_history')
    .values({
      id: step.id,
      appointment_id: step.appointmentId,
      from_status: step.from,
      to_status: step.to,
      at: by.at,
      by_staff: by.staffId,
      by_name: by.name,
      reason: step.reason,
    })
    .execute()
}

export function selectAppointment(db: Db, appointmentId: string) {
  return db
    .selectFrom('appointment as v')
    .innerJoin('patient as p', 'p.id', 'v.patient_id')
    .select([
      ...patientColumns,
      'v.id as visit_id',
      'v.visit_type_id',
      'v.site_id',
      'v.starts_at',
      'v.ends_at',
      'v.status',
    ])
    .select(['v.note', 'v.version', 'v.cancel_reason', 'v.ical_sequence', 'v.source', 'v.approval', 'v.walk_in'])
    .select(['v.chain_id', 'v.chain_leg', 'v.series_id', 'v.series_occurrence', 'v.group_session_id', 'v.seat'])
    .where('v.id', '=', appointmentId)
    .executeTakeFirst()
}

export function selectHistory(db: Db, appointmentId: string) {
  return db
    .selectFrom('appointment_status_history')
    .select(['at', 'by_name', 'from_status', 'to_status', 'reason', 'undone'])
    .where('appointment_id', '=', appointmentId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** Nobody else changes the visit until the transaction ends. */
export function lockAppointment(db: Db, appointmentId: string) {
  return db
    .selectFrom('appointment')
    .select(['id', 'patient_id', 'visit_type_id', 'site_id', 'starts_at', 'ends_at', 'status', 'version'])
    .where('id', '=', appointmentId)
    .forUpdate()
    .executeTakeFirst()
}

export type LockedAppointment = NonNullable<Awaited<ReturnType<typeof lockAppointment>>>

export async function updatePlace(db: Db, appointmentId: string, plan: BookingPlan): Promise<number> {
  const row = await db
    .updateTable('appointment')
    .set((eb) => ({
      starts_at: instantOfMs(plan.start),
      ends_at: instantOfMs(plan.end),
      version: eb('version', '+', 1),
      ical_sequence: eb('ical_sequence', '+', 1),
    }))
    .where('id', '=', appointmentId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

export async function updateCancelled(db: Db, appointmentId: string, reason: string, at: string): Promise<number> {
  const row = await db
    .updateTable('appointment')
    .set((eb) => ({
      status: 'cancelled',
      status_since: at,
      cancel_reason: reason,
      version: eb('version', '+', 1),
      ical_sequence: eb('ical_sequence', '+', 1),
    }))
    .where('id', '=', appointmentId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

export async function updateRestored(db: Db, appointmentId: string): Promise<void> {
  await db
    .updateTable('appointment')
    .set((eb) => ({ cancel_reason: null, ical_sequence: eb('ical_sequence', '+', 1) }))
    .where('id', '=', appointmentId)
    .execute()
}
