import { type Insertable, sql } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../platform/database/organization-tables.ts'

const requestColumns = [
  ...(['id', 'patient_id', 'related_person_id', 'asked_by_name', 'identity_check', 'form', 'language'] as const),
  ...(['requested_on', 'due_on', 'given_at', 'delivered', 'by_patient'] as const),
]

/** The last first. */
export async function selectRequests(db: Db, patientId: string) {
  return db
    .selectFrom('access_request')
    .select(requestColumns)
    .where('patient_id', '=', patientId)
    .orderBy('requested_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export type RequestRow = Awaited<ReturnType<typeof selectRequests>>[number]

export async function findRequest(db: Db, patientId: string, id: string): Promise<RequestRow | undefined> {
  return db
    .selectFrom('access_request')
    .select(requestColumns)
    .where('id', '=', id)
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
}

export async function lockRequest(db: Db, patientId: string, id: string): Promise<RequestRow | undefined> {
  return db
    .selectFrom('access_request')
    .select(requestColumns)
    .where('id', '=', id)
    .where('patient_id', '=', patientId)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertRequest(db: Db, row: Insertable<OrganizationTables['access_request']>): Promise<void> {
  await db.insertInto('access_request').values(row).execute()
}

export async function setGiven(
  db: Db,
  id: string,
  given: { readonly at: string; readonly by: string | null; readonly delivered: string },
): Promise<void> {
  await db
    .updateTable('access_request')
    .set({ given_at: given.at, given_by: given.by, delivered: given.delivered })
    .where('id', '=', id)
    .execute()
}

export async function clearGiven(db: Db, id: string): Promise<void> {
  await db
    .updateTable('access_request')
    .set({ given_at: null, given_by: null, delivered: null })
    .where('id', '=', id)
    .execute()
}

/** The rows of a person's records, in the order of `ids`. */
export async function selectRecords(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('patient')
    .selectAll()
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy(sql`array_position(${ids}::uuid[], id)`)
    .execute()
}

export type PersonRow = Awaited<ReturnType<typeof selectRecords>>[number]

/** What stands in tables of its own about a person, all of it, under any of these records of theirs. */
export async function selectRest(db: Db, ids: readonly string[]) {
  const records = sql<readonly string[]>`${ids}::uuid[]`
  const [names, addresses, contacts, identifiers, coverages, encounters, consents, documents, changes, restrictions] =
    await Promise.all([
      db
        .selectFrom('patient_name')
        .selectAll()
        .where(sql<boolean>`patient_id = any(${records})`)
        .orderBy('id')
        .execute(),
      db
        .selectFrom('patient_address')
        .selectAll()
        .where(sql<boolean>`patient_id = any(${records})`)
        .orderBy('id')
        .execute(),
      db
        .selectFrom('contact_point')
        .select(['patient_id', 'system', 'value', 'use', 'period_end'])
        .where(sql<boolean>`patient_id = any(${records})`)
        .orderBy('rank')
        .orderBy('id')
        .execute(),
      db
        .selectFrom('patient_identifier')
        .select(['patient_id', 'system', 'value'])
        .where(sql<boolean>`patient_id = any(${records})`)
        .execute(),
      db
        .selectFrom('coverage as c')
        .innerJoin('payer as y', 'y.id', 'c.payer_id')
        .selectAll('c')
        .select('y.name as payer')
        .where(sql<boolean>`c.patient_id = any(${records})`)
        .orderBy('c.coverage_order')
        .orderBy('c.id')
        .execute(),
      db
        .selectFrom('encounter')
        .selectAll()
        .where(sql<boolean>`patient_id = any(${records})`)
        .orderBy('started_at')
        .execute(),
      db
        .selectFrom('consent as c')
        .innerJoin('consent_text as t', 't.id', 'c.consent_text_id')
        .select([
          'c.id',
          't.kind',
          't.title',
          'c.decision',
          'c.signed_at',
          'c.signed_by_name',
          'c.expires_on',
          'c.revoked_at',
        ])
        .where(sql<boolean>`c.patient_id = any(${records})`)
        .orderBy('c.signed_at')
        .execute(),
      db
        .selectFrom('document')
        .select(['id', 'title', 'content_type', 'created_at'])
        .where(sql<boolean>`patient_id = any(${records})`)
        .where('removed_at', 'is', null)
        .orderBy('created_at')
        .execute(),
      db
        .selectFrom('patient_change')
        .select(['patient_id', 'field', 'before', 'after', 'at'])
        .where(sql<boolean>`patient_id = any(${records})`)
        .orderBy('id')
        .execute(),
      db
        .selectFrom('plan_restriction as r')
        .leftJoin('appointment as a', 'a.id', 'r.appointment_id')
        .leftJoin('site as s', 's.id', 'a.site_id')
        .select(['r.id', 'r.appointment_id', 'r.noted_at', 'r.ended_at'])
        .select(sql<string | null>`(a.starts_at at time zone s.time_zone)::date::text`.as('date'))
        .where(sql<boolean>`r.patient_id = any(${records})`)
        .orderBy('r.noted_at')
        .execute(),
    ])
  return { names, addresses, contacts, identifiers, coverages, encounters, consents, documents, changes, restrictions }
}

export type Rest = Awaited<ReturnType<typeof selectRest>>

/** Every visit, the first first. */
export async function selectVisits(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('appointment as a')
    .innerJoin('site as s', 's.id', 'a.site_id')
    .innerJoin('visit_type as v', 'v.id', 'a.visit_type_id')
    .select(['a.id', 'a.starts_at', 'a.ends_at', 'a.status', 's.name as site', 's.time_zone'])
    .select(['v.name as type', 'v.name_es as type_es'])
    .select(
      db
        .selectFrom('allocation as al')
        .innerJoin('resource as r', 'r.id', 'al.resource_id')
        .select('r.name')
        .where(sql<boolean>`al.appointment_id = a.id and al.role = 'clinician'`)
        .limit(sql.lit(1))
        .as('clinician'),
    )
    .where(sql<boolean>`a.patient_id = any(${ids}::uuid[])`)
    .orderBy('a.starts_at')
    .execute()
}

export async function selectPayments(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('payment')
    .select(['receipt_number', 'amount_cents', 'currency', 'method', 'collected_at', 'voided_at', 'appointment_id'])
    .where(sql<boolean>`patient_id = any(${ids}::uuid[])`)
    .orderBy('collected_at')
    .execute()
}

/** What was sent; what waits, was kept here or failed told the patient nothing. */
export async function selectMessages(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('message')
    .select(['subject', 'to_address', sql<string>`sent_at`.as('sent_at'), 'appointment_id'])
    .where(sql<boolean>`patient_id = any(${ids}::uuid[])`)
    .where('sent_at', 'is not', null)
    .orderBy('sent_at')
    .execute()
}

/** The zone by whose civil dates the copy goes. */
export async function zoneOfPractice(db: Db): Promise<string> {
  const row = await db.selectFrom('site').select('time_zone').orderBy('time_zone').executeTakeFirst()
  return row?.time_zone ?? 'UTC'
}
