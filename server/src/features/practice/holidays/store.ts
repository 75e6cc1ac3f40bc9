import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { Holiday } from '../practice.ts'

export function selectHolidays(db: Db): Promise<Holiday[]> {
  return db.selectFrom('holiday').select(['id', 'date', 'name', 'site_id as siteId']).orderBy('date').execute()
}

/** @throws 23505 where the site, or the practice, has one on that date. */
export async function saveHoliday(db: Db, { id, date, name, siteId }: Holiday): Promise<void> {
  const fields = { date, name, site_id: siteId }
  await db
    .insertInto('holiday')
    .values({ id, ...fields })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
    .execute()
}

export async function selectHoliday(db: Db, id: string): Promise<Holiday | undefined> {
  return db
    .selectFrom('holiday')
    .select(['id', 'date', 'name', 'site_id as siteId'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function deleteHoliday(db: Db, id: string): Promise<void> {
  await db.deleteFrom('holiday').where('id', '=', id).execute()
}

/** Booked visits on a civil date of their site; of one site, or where `siteId` is null of all. */
export async function countBookedOn(db: Db, { date, siteId }: Pick<Holiday, 'date' | 'siteId'>): Promise<number> {
  const { count } = await db
    .selectFrom('appointment as a')
    .innerJoin('site as s', 's.id', 'a.site_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('a.status', '=', 'booked')
    // The index of starts is by instants; no civil date lies further from midnight in UTC.
    .where(
      sql<boolean>`a.starts_at between ${date}::date - interval '15 hours' and ${date}::date + interval '39 hours'`,
    )
    .where(sql<boolean>`(a.starts_at at time zone s.time_zone)::date = ${date}::date`)
    .$if(siteId !== null, (query) => query.where('a.site_id', '=', siteId))
    .executeTakeFirstOrThrow()
  return count
}
