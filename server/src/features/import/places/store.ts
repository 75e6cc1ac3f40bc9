import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { AddressRow } from '../person-text.ts'

export interface SiteRow {
  readonly id: string
  readonly name: string
  readonly time_zone: string
  readonly active: boolean
}

/** Those in use first. */
export function selectSites(db: Db): Promise<SiteRow[]> {
  return db
    .selectFrom('site')
    .select(['id', 'name', 'time_zone', 'active'])
    .orderBy('active', 'desc')
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** Name, zone in use and state are the practice's own matter once a site is there. */
export async function updateSiteContact(
  db: Db,
  id: string,
  fields: { phone: string | null; address: AddressRow | null },
): Promise<void> {
  await db
    .updateTable('site')
    .set({
      phone: sql<string | null>`coalesce(phone, ${fields.phone})`,
      address: sql`coalesce(address, ${fields.address === null ? null : JSON.stringify(fields.address)}::jsonb)`,
    })
    .where('id', '=', id)
    .execute()
}

export async function updateResourceName(db: Db, id: string, name: string): Promise<void> {
  await db.updateTable('resource').set({ name }).where('id', '=', id).execute()
}

export async function updateResourceSpecialty(db: Db, id: string, specialty: string): Promise<void> {
  await db.updateTable('resource').set({ specialty }).where('id', '=', id).execute()
}
