import { type Insertable, sql } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../platform/database/organization-tables.ts'

export type RelatedPersonRow = Omit<Insertable<OrganizationTables['related_person']>, 'version'>

export async function insertRelatedPerson(db: Db, row: RelatedPersonRow): Promise<void> {
  await db.insertInto('related_person').values(row).execute()
}

export async function lockRelatedPerson(db: Db, patientId: string, id: string) {
  return db
    .selectFrom('related_person')
    .selectAll()
    .where('id', '=', id)
    .where('patient_id', '=', patientId)
    .forUpdate()
    .executeTakeFirst()
}

export async function updateRelatedPerson(db: Db, id: string, row: Omit<RelatedPersonRow, 'id' | 'patient_id'>) {
  await db
    .updateTable('related_person')
    .set({ ...row, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

export async function insertAuthority(db: Db, row: Insertable<OrganizationTables['authority']>): Promise<void> {
  await db.insertInto('authority').values(row).execute()
}

export async function lockAuthority(db: Db, patientId: string, id: string) {
  return db
    .selectFrom('authority')
    .innerJoin('related_person', 'related_person.id', 'authority.related_person_id')
    .selectAll('authority')
    .select('related_person.name')
    .where('authority.id', '=', id)
    .where('authority.patient_id', '=', patientId)
    .forUpdate('authority')
    .executeTakeFirst()
}

export async function updateAuthority(
  db: Db,
  id: string,
  change: { document_id: string } | { period_end: string; ended_reason: string },
): Promise<void> {
  await db.updateTable('authority').set(change).where('id', '=', id).execute()
}

/** Whether this document is on this patient's file. */
export async function isOnFile(db: Db, patientId: string, documentId: string): Promise<boolean> {
  const row = await db
    .selectFrom('document')
    .select('id')
    .where('id', '=', documentId)
    .where('patient_id', '=', patientId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether there is a record of its own by this id. */
export async function isRecord(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('patient')
    .select('id')
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function lockWishes(db: Db, patientId: string) {
  return db
    .selectFrom('patient')
    .select(['confidential_contact', 'emancipated_on', 'address'])
    .where('id', '=', patientId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export async function updateWishes(
  db: Db,
  patientId: string,
  change: { confidential_contact: string | null } | { emancipated_on: string | null },
): Promise<void> {
  await db.updateTable('patient').set(change).where('id', '=', patientId).execute()
}

export async function hasContact(db: Db, patientId: string, system: 'phone' | 'email'): Promise<boolean> {
  const row = await db
    .selectFrom('contact_point')
    .select('id')
    .where('patient_id', '=', patientId)
    .where('system', '=', system)
    .where('period_end', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Visits that are still to come. */
export async function selectComing(db: Db, patientId: string, now: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('appointment')
    .select('id')
    .where('patient_id', '=', patientId)
    .where('status', '=', 'booked')
    .where('ends_at', '>', now)
    .orderBy('starts_at')
    .execute()
  return rows.map(({ id }) => id)
}
