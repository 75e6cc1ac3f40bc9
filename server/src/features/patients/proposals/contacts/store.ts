import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'

/** What was said of the numbers of these people, all of it, the oldest first. */
export async function selectContactChanges(db: Db, patientIds: readonly string[]) {
  return db
    .selectFrom('patient_change')
    .select(['patient_id', 'field', 'before', 'source'])
    .where(sql<boolean>`patient_id = any(${patientIds}::uuid[])`)
    .where(sql<boolean>`split_part(field, '.', 1) in ('phone', 'email')`)
    .orderBy('id')
    .execute()
}

/** What somebody declined of what this feed said. */
export async function selectDeclined(db: Db, patientIds: readonly string[], source: string, fields: readonly string[]) {
  return db
    .selectFrom('change_proposal')
    .select(['patient_id', 'field', 'proposed'])
    .where(sql<boolean>`patient_id = any(${patientIds}::uuid[])`)
    .where('source', '=', source)
    .where('state', '=', 'declined')
    .where(sql<boolean>`field = any(${fields}::text[])`)
    .execute()
}

/** Every number of these people, also those that ended, in the order in which they are used. */
export async function selectContactRows(db: Db, patientIds: readonly string[]) {
  return db
    .selectFrom('contact_point')
    .select(['id', 'patient_id', 'system', 'value', 'search_value', 'use', 'shared_with', 'rank', 'period_end'])
    .where(sql<boolean>`patient_id = any(${patientIds}::uuid[])`)
    .orderBy('rank')
    .orderBy('id')
    .execute()
}

export type ContactRow = Awaited<ReturnType<typeof selectContactRows>>[number]

export interface AddedContact {
  readonly id: string
  readonly patientId: string
  readonly system: string
  readonly value: string
  readonly searchValue: string
  readonly use: string
  readonly rank: number
}

export async function addContact(db: Db, one: AddedContact): Promise<void> {
  const { id, patientId, system, value, searchValue, use, rank } = one
  await db
    .insertInto('contact_point')
    .values({ id, patient_id: patientId, system, value, search_value: searchValue, use, rank })
    .execute()
}

/** Theirs again, behind the others. */
export async function resumeContact(db: Db, id: string, rank: number): Promise<void> {
  await db.updateTable('contact_point').set({ period_end: null, rank }).where('id', '=', id).execute()
}
