import type { Db } from '../../../platform/database/organization-db.ts'
import type { ChainLeg, ChainType } from '../practice.ts'

export async function selectChainTypes(db: Db): Promise<ChainType[]> {
  const rows = await db.selectFrom('chain_type').selectAll().orderBy('name').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    nameEs: row.name_es,
    active: row.active,
    // Written by saveChainType only.
    legs: row.legs as unknown as ChainLeg[],
  }))
}

export async function saveChainType(db: Db, { id, name, nameEs, active, legs }: ChainType): Promise<void> {
  const fields = { name, name_es: nameEs, active, legs: JSON.stringify(legs) }
  await db
    .insertInto('chain_type')
    .values({ id, ...fields })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
    .execute()
}
