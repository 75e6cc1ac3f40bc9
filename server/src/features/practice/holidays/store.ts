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
