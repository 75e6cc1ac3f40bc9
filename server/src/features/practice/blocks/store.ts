import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

/** Time of a resource as instants in UTC. */
export interface BlockTime {
  readonly resourceId: string
  readonly start: string
  readonly end: string
}

function overlapping(db: Db, { resourceId, start, end }: BlockTime) {
  return db
    .selectFrom('allocation')
    .where('resource_id', '=', resourceId)
    .where(sql<boolean>`during && tstzrange(${start}, ${end})`)
}

/** Time that an expired hold still occupies; nobody is waiting for it. */
export async function freeExpiredHolds(db: Db, time: BlockTime, now: string): Promise<void> {
  await db
    .deleteFrom('allocation')
    .where('resource_id', '=', time.resourceId)
    .where(sql<boolean>`during && tstzrange(${time.start}, ${time.end})`)
    .where('hold_id', 'in', (eb) => eb.selectFrom('hold').select('id').where('expires_at', '<=', now))
    .execute()
}

/** `taken`: whether the time is spoken for at all; `visits`: by how many visits and openings kept for somebody. */
export async function countTaken(db: Db, time: BlockTime): Promise<{ taken: boolean; visits: number }> {
  const row = await overlapping(db, time)
    .select((eb) => [eb.fn.countAll<number>().as('all'), eb.fn.count<number>('reason').as('blocks')])
    .executeTakeFirstOrThrow()
  return { taken: row.all > 0, visits: row.all - row.blocks }
}

/** @throws 23P01 on no_double_booking when the time is spoken for. */
export async function insertBlock(db: Db, id: string, time: BlockTime, reason: string): Promise<void> {
  await db
    .insertInto('allocation')
    .values({ id, resource_id: time.resourceId, during: sql<string>`tstzrange(${time.start}, ${time.end})`, reason })
    .execute()
}

/** Answers where and when it was, or undefined when there is no such block. */
export async function deleteBlock(db: Db, id: string) {
  return db
    .deleteFrom('allocation')
    .using('resource')
    .using('site')
    .whereRef('resource.id', '=', 'allocation.resource_id')
    .whereRef('site.id', '=', 'resource.site_id')
    .where('allocation.id', '=', id)
    .where('allocation.reason', 'is not', null)
    .returning(['site.id as siteId', 'site.time_zone as timeZone'])
    .returning((eb) => eb.fn<string>('lower', ['allocation.during']).as('start'))
    .executeTakeFirst()
}
