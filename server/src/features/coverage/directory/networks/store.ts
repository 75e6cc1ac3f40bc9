import { networkOf } from '@foyer/coverage'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'

/**
 * Whether the practice is in the network of each of these coverages' plans.
 *
 * @param on civil date on which a contract has to hold
 * @returns by the id of the coverage; null where nobody knows
 */
export async function selectNetworks(
  db: Db,
  coverageIds: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, boolean | null>> {
  const rows = await db
    .selectFrom('coverage as c')
    .leftJoin('plan as l', 'l.id', 'c.plan_id')
    .select(['c.id', 'l.in_network'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('fee_schedule as s')
            .select(sql`1`.as('one'))
            .whereRef('s.payer_id', '=', 'c.payer_id')
            // One for another plan says nothing of this.
            .where((of) => of.or([of('s.plan_id', 'is', null), of('s.plan_id', '=', of.ref('c.plan_id'))]))
            .where('s.kind', '=', 'contract')
            .where('s.period_start', '<=', on)
            .where((of) => of.or([of('s.period_end', 'is', null), of('s.period_end', '>=', on)])),
        )
        .as('has_contract'),
    )
    .where(sql<boolean>`c.id = any(${coverageIds}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, networkOf(row.in_network, row.has_contract === true)]))
}
