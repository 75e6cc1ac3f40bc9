import type { LegGap } from '@foyer/scheduling'
import type { Db } from '../../../platform/database/organization-db.ts'

export interface NewChain {
  readonly id: string
  readonly patientId: string
  readonly chainTypeId: string | null
  readonly name: string
  /** One for each leg; null where nothing was asked. */
  readonly gaps: readonly (LegGap | null)[]
  readonly at: string
  readonly staffId: string | null
}

export async function insertChain(db: Db, chain: NewChain): Promise<void> {
  await db
    .insertInto('chain')
    .values({
      id: chain.id,
      patient_id: chain.patientId,
      chain_type_id: chain.chainTypeId,
      name: chain.name,
      gaps: JSON.stringify(chain.gaps),
      created_at: chain.at,
      created_by: chain.staffId,
    })
    .execute()
}

export function selectChain(db: Db, chainId: string) {
  return db.selectFrom('chain').selectAll().where('id', '=', chainId).executeTakeFirst()
}
