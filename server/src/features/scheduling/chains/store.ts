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

/** All legs of the chains that these visits belong to but for cancelled ones: chain by chain, in their order. */
export function selectLegsAround(db: Db, appointmentIds: readonly string[]) {
  return db
    .selectFrom('appointment as v')
    .innerJoin('chain as c', 'c.id', 'v.chain_id')
    .select(['v.id', 'v.chain_id', 'v.chain_leg as at', 'v.starts_at', 'v.ends_at', 'c.gaps'])
    .where('v.chain_id', 'in', (eb) =>
      eb
        .selectFrom('appointment')
        .select('chain_id')
        .where('id', 'in', [...appointmentIds])
        .where('chain_id', 'is not', null)
        .$narrowType<{ chain_id: string }>(),
    )
    .where('v.status', '<>', 'cancelled')
    .orderBy('v.chain_id')
    .orderBy('v.chain_leg')
    .orderBy('v.starts_at')
    .execute()
}

export function selectChain(db: Db, chainId: string) {
  return db.selectFrom('chain').selectAll().where('id', '=', chainId).executeTakeFirst()
}
