import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../../platform/database/organization-db.ts'

export interface CoverageFields {
  readonly payer_id: string
  readonly plan_id: string | null
  readonly plan_name: string | null
  readonly kind: string
  readonly member_id: string | null
  readonly group_number: string | null
  readonly relationship: string
  readonly subscriber_name: string | null
  readonly subscriber_birth_date: string | null
  readonly subscriber_sex: string | null
  readonly subscriber_patient_id: string | null
  readonly period_start: string | null
  readonly period_end: string | null
  readonly ended_because: string | null
  readonly coverage_order: number
  readonly copay_cents: number | null
}

export type CoverageRow = Awaited<ReturnType<typeof selectCoverages>>[number]

/** Coverages with the names of their payers, the one asked first before the others. */
export async function selectCoverages(db: Db, patientIds: readonly string[]) {
  return db
    .selectFrom('coverage')
    .innerJoin('payer', 'payer.id', 'coverage.payer_id')
    .selectAll('coverage')
    .select('payer.name as payer_name')
    .where(sql<boolean>`coverage.patient_id = any(${patientIds}::uuid[])`)
    .orderBy('coverage.coverage_order')
    .orderBy('coverage.id')
    .execute()
}

export async function payerName(db: Db, id: string): Promise<string | null> {
  const row = await db.selectFrom('payer').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? null
}

export async function insertCoverage(db: Db, id: string, patientId: string, fields: CoverageFields) {
  return db
    .insertInto('coverage')
    .values({ id, patient_id: patientId, ...fields })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Locked until the transaction ends. */
export async function findCoverage(db: Db, patientId: string, id: string) {
  return db
    .selectFrom('coverage')
    .selectAll()
    .where('id', '=', id)
    .where('patient_id', '=', patientId)
    .forUpdate()
    .executeTakeFirst()
}

export interface Check {
  readonly checked_at: string | null
  readonly checked_by: string | null
  readonly checked_source: string | null
}

export async function updateCoverage(db: Db, id: string, change: Partial<CoverageFields & Check>) {
  return db
    .updateTable('coverage')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Whether the payer has this plan. */
export async function hasPlan(db: Db, payerId: string, planId: string): Promise<boolean> {
  const row = await db
    .selectFrom('plan')
    .select('id')
    .where('id', '=', planId)
    .where('payer_id', '=', payerId)
    .executeTakeFirst()
  return row !== undefined
}

/** Another coverage of the person that is the same policy (payer and member id) on some of the same days. */
export async function findOverlap(
  db: Db,
  patientId: string,
  fields: Pick<CoverageFields, 'payer_id' | 'member_id' | 'period_start' | 'period_end'>,
  except: string | null,
): Promise<string | null> {
  if (fields.member_id === null) return null
  const row = await db
    .selectFrom('coverage')
    .select('id')
    .where('patient_id', '=', patientId)
    .where('payer_id', '=', fields.payer_id)
    .where('member_id', '=', fields.member_id)
    .where(
      sql<boolean>`daterange(period_start, period_end, '[]')
        && daterange(${fields.period_start}::date, ${fields.period_end}::date, '[]')`,
    )
    .$if(except !== null, (query) => query.where('id', '<>', except ?? ''))
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** False when this person has no such coverage. */
export async function setCheck(db: Db, patientId: string, id: string, check: Check): Promise<boolean> {
  const row = await db
    .updateTable('coverage')
    .set(check)
    .where('id', '=', id)
    .where('patient_id', '=', patientId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * What payers answered of the coverage `c` of the statement around, what was asked for last first: of each date and visit that
 * were asked about the last answer, in the months of the instants. Being turned away answers nothing. A day more on either side
 * of the instants, since what day it is there the zone of the site says.
 *
 * @param from, until instants in SQL
 */
export function answersNear(db: Db, from: ReturnType<typeof sql>, until: ReturnType<typeof sql>) {
  const newest = db
    .selectFrom('eligibility_check as k')
    .leftJoin('appointment as o', 'o.id', 'k.appointment_id')
    .distinctOn(['k.service_date', 'k.appointment_id'])
    .select(['k.id', 'k.service_date', 'k.appointment_id', 'k.outcome', 'k.asked_at', 'k.answered_at', 'k.copay_said'])
    .select(['k.is_sandbox', 'o.visit_type_id'])
    .select(sql<string | null>`c.checked_source`.as('checked_source'))
    .where(
      sql<boolean>`k.coverage_id = c.id and k.state = 'answered' and k.outcome <> 'turned-away' and k.service_date >= date_trunc('month', ${from} - interval '1 day')::date and k.service_date < (date_trunc('month', ${until} + interval '1 day') + interval '1 month')::date`,
    )
    .orderBy('k.service_date')
    .orderBy('k.appointment_id')
    .orderBy('k.asked_at', 'desc')
    .orderBy('k.id', 'desc')
  return jsonArrayFrom(db.selectFrom(newest.as('n')).selectAll().orderBy('n.asked_at', 'desc').orderBy('n.id', 'desc'))
}
