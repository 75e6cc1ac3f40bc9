import type { Body, scheduling } from '@foyer/contract'
import type { Db } from '../../../platform/database/organization-db.ts'

/** As the table keeps it: the rule with what was said about single occurrences. */
export type KeptRule = Body<typeof scheduling.planSeries>['rule'] & {
  readonly exceptions: Body<typeof scheduling.planSeries>['exceptions']
}

export interface NewSeries {
  readonly id: string
  readonly patientId: string
  readonly visitTypeId: string
  readonly rule: KeptRule
  readonly at: string
  readonly staffId: string | null
}

export async function insertSeries(db: Db, series: NewSeries): Promise<void> {
  await db
    .insertInto('series')
    .values({
      id: series.id,
      patient_id: series.patientId,
      visit_type_id: series.visitTypeId,
      rule: JSON.stringify(series.rule),
      created_at: series.at,
      created_by: series.staffId,
    })
    .execute()
}

export function selectSeries(db: Db, seriesId: string) {
  return db.selectFrom('series').selectAll().where('id', '=', seriesId).executeTakeFirst()
}

export function lockSeries(db: Db, seriesId: string) {
  return db.selectFrom('series').selectAll().where('id', '=', seriesId).forUpdate().executeTakeFirst()
}

export async function updateRule(db: Db, seriesId: string, rule: KeptRule): Promise<void> {
  await db
    .updateTable('series')
    .set({ rule: JSON.stringify(rule) })
    .where('id', '=', seriesId)
    .execute()
}
