import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

export interface CoverageFields {
  readonly payer_id: string
  readonly plan_name: string | null
  readonly member_id: string | null
  readonly group_number: string | null
  readonly relationship: string
  readonly subscriber_name: string | null
  readonly period_start: string | null
  readonly period_end: string | null
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

export async function updateCoverage(db: Db, id: string, change: CoverageFields & Partial<Check>) {
  return db.updateTable('coverage').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
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
