import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'

/** Place of service code of the visit; null where its visit type names none. */
export async function placeOf(db: Db, appointmentId: string): Promise<string | null> {
  const row = await db
    .selectFrom('appointment as a')
    .innerJoin('visit_type_billing as b', 'b.visit_type_id', 'a.visit_type_id')
    .where('a.id', '=', appointmentId)
    .select('b.place_of_service')
    .executeTakeFirst()
  return row?.place_of_service ?? null
}

/** Good answers about visits of this month and after it: one of a visit that is over still tells the copay of the next of a series. */
export async function selectAhead(db: Db, from: string) {
  return db
    .selectFrom('eligibility_check as e')
    .innerJoin('appointment as a', 'a.id', 'e.appointment_id')
    .select(['e.id', 'e.patient_id', 'e.appointment_id', 'e.coverage_id', 'e.service_date', 'e.service_types'])
    .select('e.result')
    .where('e.state', '=', 'answered')
    .where('e.outcome', '=', 'active')
    .where('e.result', 'is not', null)
    .where('e.service_date', '>=', sql<string>`date_trunc('month', ${from}::date)::date`)
    .orderBy('e.id')
    .execute()
}

/** Says whether it is another than before. */
export async function saveCopay(db: Db, id: string, said: string | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('eligibility_check')
    .set({ copay_said: said })
    .where('id', '=', id)
    .where(sql<boolean>`copay_said is distinct from ${said}::jsonb`)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
