import { type SelectQueryBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { AppointmentStatus } from '@foyer/scheduling'
import type { Db } from '../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../platform/database/organization-tables.ts'
import { answersNear, consentsOf } from '../patients/index.ts'

type Joined = OrganizationTables & { a: OrganizationTables['appointment']; p: OrganizationTables['patient'] }
type Visits = SelectQueryBuilder<Joined, 'a' | 'p', object>

function joined(db: Db): Visits {
  return db.selectFrom('appointment as a').innerJoin('patient as p', 'p.id', 'a.patient_id')
}

/** A visit with everything its readiness depends on, in one row. */
function withFacts(db: Db, query: Visits) {
  return query
    .select([
      'a.id',
      'a.patient_id',
      'a.visit_type_id',
      'a.site_id',
      'a.starts_at',
      'a.ends_at',
      'a.status',
      'a.status_since',
      'a.room_id',
      'a.identity_confirmed',
      'a.version',
      'a.booked_at',
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
      'p.alerts',
      'p.address',
      'p.contact_confirmed_on',
      'p.further_languages',
      'p.registration',
    ])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('coverage as c')
          .innerJoin('payer as y', 'y.id', 'c.payer_id')
          .whereRef('c.patient_id', '=', 'a.patient_id')
          .orderBy('c.coverage_order')
          .select([
            'c.id',
            'c.payer_id',
            'y.name as payer_name',
            'y.kind as payer_kind',
            'c.plan_id',
            'c.plan_name',
            'c.kind',
            'c.member_id',
            'c.group_number',
            'c.relationship',
            'c.subscriber_name',
            'c.subscriber_birth_date',
            'c.subscriber_sex',
            'c.subscriber_patient_id',
            'c.period_start',
            'c.period_end',
            'c.ended_because',
            'c.coverage_order',
            'c.copay_cents',
            'c.checked_at',
            'c.checked_by',
            'c.version',
          ])
          .select((one) =>
            one
              .selectFrom('appointment_coverage as n')
              .select('n.coverage_order')
              .whereRef('n.appointment_id', '=', 'a.id')
              .whereRef('n.coverage_id', '=', 'c.id')
              .as('pinned'),
          )
          .select(answersNear(db, sql.ref('a.starts_at'), sql.ref('a.starts_at')).as('answers')),
      ).as('coverages'),
      jsonArrayFrom(
        eb
          .selectFrom('allocation as l')
          .whereRef('l.appointment_id', '=', 'a.id')
          .where('l.role', 'in', ['clinician', 'interpreter'])
          .select(['l.role', 'l.resource_id']),
      ).as('people'),
      consentsOf(db, 'a.patient_id').as('consents'),
      eb
        .selectFrom('payment as m')
        .whereRef('m.appointment_id', '=', 'a.id')
        .where('m.voided_at', 'is', null)
        .select((of) => of.fn.coalesce(of.fn.sum<number>('m.amount_cents'), sql.lit(0)).as('sum'))
        .as('paid_cents'),
    ])
}

export type VisitRow = Awaited<ReturnType<typeof selectDay>>[number]

export interface DaySpan {
  readonly siteId: string
  /** Instants: from included, until not. */
  readonly from: string
  readonly until: string
}

export async function selectDay(db: Db, { siteId, from, until }: DaySpan) {
  return withFacts(db, joined(db))
    .where('a.site_id', '=', siteId)
    .where('a.starts_at', '>=', from)
    .where('a.starts_at', '<', until)
    .orderBy('a.starts_at')
    .orderBy('a.id')
    .execute()
}

export async function selectVisit(db: Db, id: string): Promise<VisitRow | null> {
  return (await withFacts(db, joined(db)).where('a.id', '=', id).executeTakeFirst()) ?? null
}

/** Everything that changes a visit or its money takes this first, so that two who do it do it after one another. */
export async function lockVisit(db: Db, id: string): Promise<boolean> {
  return (
    (await db.selectFrom('appointment').select('id').where('id', '=', id).forUpdate().executeTakeFirst()) !== undefined
  )
}

export interface StepRow {
  readonly id: string
  readonly appointment_id: string
  readonly from_status: string | null
  readonly to_status: string
  readonly room_id: string | null
  readonly at: string
}

function steps(db: Db) {
  return db
    .selectFrom('appointment_status_history as h')
    .innerJoin('appointment as a', 'a.id', 'h.appointment_id')
    .where('h.undone', '=', false)
    .whereRef('h.from_status', 'is distinct from', 'h.to_status')
    .select(['h.id', 'h.appointment_id', 'h.from_status', 'h.to_status', 'h.room_id', 'h.at'])
    .orderBy('h.at')
    .orderBy('h.id')
}

/** Steps that hold, oldest first; what was undone is left out. */
export async function selectDaySteps(db: Db, { siteId, from, until }: DaySpan): Promise<readonly StepRow[]> {
  return steps(db)
    .where('a.site_id', '=', siteId)
    .where('a.starts_at', '>=', from)
    .where('a.starts_at', '<', until)
    .execute()
}

export async function selectSteps(db: Db, appointmentId: string): Promise<readonly StepRow[]> {
  return steps(db).where('h.appointment_id', '=', appointmentId).execute()
}

/** Who is in which room of a site now, of whatever day the visit is. */
export async function selectRoomsInUse(db: Db, siteId: string) {
  return db
    .selectFrom('appointment')
    .select(['id', 'room_id'])
    .where('site_id', '=', siteId)
    .where('status', 'in', ['roomed', 'with-clinician'])
    .where('room_id', 'is not', null)
    .execute()
}

export async function selectPayments(db: Db, appointmentId: string) {
  return db
    .selectFrom('payment')
    .select(['id', 'receipt_number', 'amount_cents', 'method', 'collected_at', 'collected_by_name', 'voided_at'])
    .where('appointment_id', '=', appointmentId)
    .orderBy('collected_at')
    .orderBy('receipt_number')
    .execute()
}

export async function setStatus(
  db: Db,
  id: string,
  change: { readonly status: AppointmentStatus; readonly since: string; readonly roomId: string | null },
): Promise<number> {
  const row = await db
    .updateTable('appointment')
    .set((eb) => ({
      status: change.status,
      status_since: change.since,
      room_id: change.roomId,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

export async function insertStep(
  db: Db,
  step: {
    readonly id: string
    readonly appointmentId: string
    readonly from: AppointmentStatus
    readonly to: AppointmentStatus
    readonly roomId: string | null
    readonly at: string
    readonly by: { readonly staffId: string; readonly name: string }
    readonly reason: string | null
    readonly undone: boolean
  },
): Promise<void> {
  await db
    .insertInto('appointment_status_history')
    .values({
      id: step.id,
      appointment_id: step.appointmentId,
      from_status: step.from,
      to_status: step.to,
      room_id: step.roomId,
      at: step.at,
      by_staff: step.by.staffId,
      by_name: step.by.name,
      reason: step.reason,
      undone: step.undone,
    })
    .execute()
}

export async function markUndone(db: Db, stepId: string): Promise<void> {
  await db.updateTable('appointment_status_history').set({ undone: true }).where('id', '=', stepId).execute()
}

export async function setIdentityConfirmed(db: Db, appointmentId: string, confirmed: boolean): Promise<void> {
  await db.updateTable('appointment').set({ identity_confirmed: confirmed }).where('id', '=', appointmentId).execute()
}

export async function setCoverageChecked(
  db: Db,
  coverageId: string,
  checked: { readonly at: string; readonly by: string } | null,
): Promise<void> {
  await db
    .updateTable('coverage')
    .set({
      checked_at: checked?.at ?? null,
      checked_by: checked?.by ?? null,
      checked_source: checked ? 'card' : null,
    })
    .where('id', '=', coverageId)
    .execute()
}
