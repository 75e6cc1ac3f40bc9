import type { AllowedPlan } from '@foyer/scheduling'
import { sql } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'
import type { Holder } from './time/store.ts'
import { instantOfMs } from './instants.ts'
import { statement } from '../../platform/database/statement.ts'

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

export async function selectLanguage(db: Db, patientId: string): Promise<string | null> {
  const row = await db.selectFrom('patient').select('language').where('id', '=', patientId).executeTakeFirst()
  return row?.language ?? null
}

export interface ForBooking {
  readonly deceased: boolean
  readonly hold_id: string | null
  readonly expires_at: string | null
}

const forBooking = statement(['patientId', 'holdId', 'staffId', 'tokenHash'], (db, slots) =>
  db
    .selectFrom('patient as p')
    .leftJoin('hold as h', (join) =>
      join
        .on('h.id', '=', slots.holdId)
        .on(sql<boolean>`(h.staff_id = ${slots.staffId}::uuid or h.public_token_hash = ${slots.tokenHash}::bytea)`),
    )
    .select(['p.deceased', 'h.id as hold_id', 'h.expires_at'])
    .where('p.id', '=', slots.patientId),
)

/** The patient and, where one is named, the caller's own hold; undefined when there is no such patient. */
export async function selectForBooking(
  db: Db,
  patientId: string,
  holdId: string | null,
  holder: Holder,
): Promise<ForBooking | undefined> {
  const { rows } = await db.executeQuery(forBooking(db, { patientId, holdId, ...holder }))
  return rows[0] as ForBooking | undefined
}

export interface By {
  readonly at: string
  /** Null for somebody who acts for themselves. */
  readonly staffId: string | null
  readonly name: string
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
    .select(['v.rules', 'v.cancelled_by', 'v.cancelled_at', 'v.cancel_notice_minutes'])
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
    .select(['walk_in', 'group_session_id', 'seat', 'approval', 'rules'])
    .select(['chain_id', 'chain_leg', 'series_id', 'series_occurrence'])
    .where('id', '=', appointmentId)
    .forUpdate()
    .executeTakeFirst()
}

export type LockedAppointment = NonNullable<Awaited<ReturnType<typeof lockAppointment>>>

export async function updatePlace(db: Db, appointmentId: string, plan: AllowedPlan): Promise<number> {
  const row = await db
    .updateTable('appointment')
    .set((eb) => ({
      starts_at: instantOfMs(plan.start),
      ends_at: instantOfMs(plan.end),
      rules: JSON.stringify(plan.rules),
      version: eb('version', '+', 1),
      ical_sequence: eb('ical_sequence', '+', 1),
    }))
    .where('id', '=', appointmentId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

export interface Cancellation {
  readonly reason: string
  readonly at: string
  readonly by: 'patient' | 'practice'
  /** Between the cancellation and the start. */
  readonly noticeMinutes: number
}

export async function updateCancelled(db: Db, appointmentId: string, it: Cancellation): Promise<number> {
  const row = await db
    .updateTable('appointment')
    .set((eb) => ({
      status: 'cancelled',
      status_since: it.at,
      cancel_reason: it.reason,
      cancelled_by: it.by,
      cancelled_at: it.at,
      cancel_notice_minutes: it.noticeMinutes,
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
    .set((eb) => ({
      // The desk's no is taken back as well: the visit waits for it again.
      approval: sql<string | null>`case approval when 'declined' then 'pending' else approval end`,
      cancel_reason: null,
      cancelled_by: null,
      cancelled_at: null,
      cancel_notice_minutes: null,
      ical_sequence: eb('ical_sequence', '+', 1),
    }))
    .where('id', '=', appointmentId)
    .execute()
}
