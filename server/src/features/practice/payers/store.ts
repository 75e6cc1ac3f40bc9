import type { Db } from '../../../platform/database/organization-db.ts'
import type { Payer } from '../practice.ts'

export async function selectPayers(db: Db): Promise<Payer[]> {
  const rows = await db.selectFrom('payer').selectAll().orderBy('name').execute()
  return rows.map(({ id, name, payer_id }) => ({ id, name, payerId: payer_id }))
}

export async function savePayer(db: Db, { id, name, payerId }: Payer): Promise<void> {
  const fields = { name, payer_id: payerId }
  await db
    .insertInto('payer')
    .values({ id, ...fields })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
    .execute()
}
