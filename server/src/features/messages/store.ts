import type { ConfidentialService } from '@foyer/patients'
import { sql } from 'kysely'
import { anyOf } from '../../platform/database/any-of.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import type { Addressee, Unaddressed } from './addressee.ts'

export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH'
export type MessageState = 'waiting' | 'sent' | 'kept' | 'failed'

export interface NewMessage {
  readonly id: string
  readonly patientId: string
  readonly appointmentId: string | null
  /** Where nobody may be written to it waits for the desk. */
  readonly to: Addressee | Unaddressed
  /** BCP 47 tag of the language it is written in. */
  readonly language: string
  readonly subject: string
  readonly text: string
  /** iCalendar text (RFC 5545) with its method. */
  readonly calendar: { readonly text: string; readonly method: CalendarMethod } | null
  /** Outbox id of the event that it answers. */
  readonly eventId: number | null
  /** Instant in UTC. */
  readonly createdAt: string
}

/** Answers false when there is a message for the event already. */
export async function insertMessage(db: Db, message: NewMessage): Promise<boolean> {
  const row = await db
    .insertInto('message')
    .values({
      id: message.id,
      patient_id: message.patientId,
      appointment_id: message.appointmentId,
      ...(message.to.to === null
        ? { to_address: '', state: 'failed', problem: `nobody: ${message.to.reason}` }
        : { to_address: message.to.to }),
      related_person_id: message.to.relatedPersonId,
      language: message.language,
      subject: message.subject,
      body: message.text,
      calendar: message.calendar?.text ?? null,
      calendar_method: message.calendar?.method ?? null,
      created_at: message.createdAt,
      event_id: message.eventId,
    })
    .onConflict((conflict) => conflict.column('event_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function selectWaiting(db: Db, id: string) {
  return db.selectFrom('message').selectAll().where('id', '=', id).where('state', '=', 'waiting').executeTakeFirst()
}

/** Ends the wait of a message once; answers false when it had ended before. */
export async function settleMessage(
  db: Db,
  id: string,
  end: { state: 'sent' | 'kept' | 'failed'; sentAt: string | null; problem: string | null },
): Promise<boolean> {
  const row = await db
    .updateTable('message')
    .set({ state: end.state, sent_at: end.sentAt, problem: end.problem })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function noteProblem(db: Db, id: string, problem: string): Promise<void> {
  await db.updateTable('message').set({ problem }).where('id', '=', id).where('state', '=', 'waiting').execute()
}

/** Of those visits that are for a confidential service: which. */
export async function selectServices(db: Db, appointmentIds: readonly string[]) {
  const rows =
    appointmentIds.length === 0
      ? []
      : await db
          .selectFrom('appointment as v')
          .innerJoin('visit_type as t', 't.id', 'v.visit_type_id')
          .select('v.id')
          .select(sql<ConfidentialService>`t.rules ->> 'confidential'`.as('service'))
          .where(sql<boolean>`v.id = ${anyOf(appointmentIds)}`)
          .where(sql<boolean>`t.rules ->> 'confidential' is not null`)
          .execute()
  return new Map(rows.map(({ id, service }) => [id, service]))
}

function lines(db: Db) {
  return db
    .selectFrom('message')
    .innerJoin('patient', 'patient.id', 'message.patient_id')
    .leftJoin('related_person', 'related_person.id', 'message.related_person_id')
    .select([
      'message.id',
      'message.patient_id',
      'patient.given',
      'patient.family',
      'message.to_address',
      'message.subject',
      'message.language',
      'message.created_at',
      'message.sent_at',
      'message.told_at',
      'message.problem',
      'related_person.name as reader',
    ])
    .select((eb) => eb.ref('message.state').$castTo<MessageState>().as('state'))
}

export type MessageLine = Awaited<ReturnType<typeof selectMessages>>[number]

/** Newest first; `before` is the last message of the page before. */
export async function selectMessages(db: Db, before: string | null, limit: number) {
  let query = lines(db).orderBy('message.created_at', 'desc').orderBy('message.id').limit(limit)
  if (before !== null) {
    query = query
      .innerJoin('message as last', (join) => join.on('last.id', '=', before))
      .where((eb) =>
        eb.or([
          eb('message.created_at', '<', eb.ref('last.created_at')),
          eb.and([eb('message.created_at', '=', eb.ref('last.created_at')), eb('message.id', '>', eb.ref('last.id'))]),
        ]),
      )
  }
  return query.execute()
}

export async function selectMessage(db: Db, id: string) {
  return lines(db).select(['message.body', 'message.calendar']).where('message.id', '=', id).executeTakeFirst()
}

/** Messages about somebody who turned out to be another record. */
export async function reassignMessages(db: Db, fromPatientId: string, toPatientId: string): Promise<void> {
  await db.updateTable('message').set({ patient_id: toPatientId }).where('patient_id', '=', fromPatientId).execute()
}
