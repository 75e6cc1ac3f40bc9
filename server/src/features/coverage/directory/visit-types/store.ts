import { payers, type Reply } from '@foyer/contract'
import { z } from 'zod'
import type { Db } from '../../../../platform/database/organization-db.ts'

/** Rows of before a field was there have its default. */
const stored = z.array(payers.billedProcedure)

export type VisitTypeBilling = Reply<typeof payers.saveVisitTypeBilling>

export async function selectVisitTypeBilling(
  db: Db,
  visitTypeId: string | null = null,
): Promise<readonly VisitTypeBilling[]> {
  const rows = await db
    .selectFrom('visit_type_billing')
    .selectAll()
    .$if(visitTypeId !== null, (query) => query.where('visit_type_id', '=', visitTypeId))
    .execute()
  return rows.map((row) => ({
    visitTypeId: row.visit_type_id,
    serviceTypes: row.service_types,
    procedures: stored.parse(row.procedures),
    placeOfService: row.place_of_service,
  }))
}

export async function saveVisitTypeBilling(db: Db, billing: VisitTypeBilling): Promise<void> {
  const fields = {
    service_types: [...billing.serviceTypes],
    procedures: JSON.stringify(billing.procedures),
    place_of_service: billing.placeOfService,
  }
  await db
    .insertInto('visit_type_billing')
    .values({ visit_type_id: billing.visitTypeId, ...fields })
    .onConflict((conflict) => conflict.column('visit_type_id').doUpdateSet(fields))
    .execute()
}

export async function lockVisitType(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('visit_type').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return row !== undefined
}
