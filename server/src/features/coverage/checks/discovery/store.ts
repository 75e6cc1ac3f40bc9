import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'

/** Payers of which the person has a policy on that day: they are asked about it, not whether there is one. */
export async function selectPayersOf(db: Db, patientId: string, on: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('coverage')
    .select('payer_id')
    .where('patient_id', '=', patientId)
    .where(sql<boolean>`coalesce(period_start, '0001-01-01') <= ${on}::date`)
    .where(sql<boolean>`coalesce(period_end, '9999-12-31') >= ${on}::date`)
    .execute()
  return rows.map((row) => row.payer_id)
}

/** A question about nobody's policy, held until it belongs to one. */
export async function lockFound(db: Db, patientId: string, checkId: string) {
  return db
    .selectFrom('eligibility_check')
    .select(['id', 'coverage_id', 'payer_id', 'outcome', 'result', 'reason'])
    .where('id', '=', checkId)
    .where('patient_id', '=', patientId)
    .forUpdate()
    .executeTakeFirst()
}

export async function giveToCoverage(db: Db, checkId: string, coverageId: string): Promise<void> {
  await db.updateTable('eligibility_check').set({ coverage_id: coverageId }).where('id', '=', checkId).execute()
  await db.updateTable('coverage').set({ last_check_id: checkId }).where('id', '=', coverageId).execute()
}

export async function countPolicies(db: Db, patientId: string): Promise<number> {
  const { count } = await db
    .selectFrom('coverage')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('patient_id', '=', patientId)
    .executeTakeFirstOrThrow()
  return count
}
