import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

interface Stretch {
  readonly lane: number
  /** Instants in UTC. */
  readonly start: string
  readonly end: string
}

/** Nobody waits for an opening of somebody who is not there. */
export async function deleteHolds(db: Db, resourceId: string, start: string, end: string): Promise<void> {
  await db
    .deleteFrom('hold')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('allocation')
        .select('hold_id')
        .where('resource_id', '=', resourceId)
        .where('hold_id', 'is not', null)
        .where(sql<boolean>`during && tstzrange(${start}, ${end})`)
        .$narrowType<{ hold_id: string }>(),
    )
    .execute()
}

export async function selectLanes(db: Db, resourceId: string, start: string, end: string): Promise<readonly Stretch[]> {
  return db
    .selectFrom('allocation')
    .select(['lane', sql<string>`lower(during)`.as('start'), sql<string>`upper(during)`.as('end')])
    .where('resource_id', '=', resourceId)
    .where(sql<boolean>`during && tstzrange(${start}, ${end})`)
    .execute()
}

/** @throws 23P01 on no_double_booking when somebody took some of it a moment before */
export async function insertClosed(
  db: Db,
  closed: { readonly blockId: string; readonly resourceId: string; readonly reason: string },
  stretches: readonly Stretch[],
  newId: () => string,
): Promise<void> {
  if (stretches.length === 0) return
  await db
    .insertInto('allocation')
    .values(
      stretches.map(({ lane, start, end }) => ({
        id: newId(),
        resource_id: closed.resourceId,
        lane,
        during: sql<string>`tstzrange(${start}, ${end})`,
        reason: closed.reason,
        block_id: closed.blockId,
      })),
    )
    .execute()
}
