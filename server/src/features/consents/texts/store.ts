import { type Insertable, sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../../platform/database/organization-tables.ts'

function texts(db: Db) {
  return db
    .selectFrom('consent_text as t')
    .select(['t.id', 't.kind', 't.version', 't.language', 't.title', 't.body', 't.body_hash', 't.scope'])
    .select(['t.valid_days', 't.effective_from', 't.effective_to', 't.is_material'])
}

export type TextRow = Awaited<ReturnType<typeof selectTexts>>[number]

/** Of versions whose words are known, the newest of each language first. */
export async function selectTexts(db: Db) {
  return texts(db)
    .where('t.version', '>', 0)
    .orderBy('t.kind')
    .orderBy('t.language')
    .orderBy('t.version', 'desc')
    .execute()
}

export async function selectSignatures(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('consent')
    .select(['consent_text_id', sql<number>`count(*)::int`.as('signed')])
    .where('decision', '=', 'permit')
    .where('revoked_at', 'is', null)
    .groupBy('consent_text_id')
    .execute()
  return new Map(rows.map((row) => [row.consent_text_id, row.signed]))
}

export async function findText(db: Db, id: string): Promise<TextRow | undefined> {
  return texts(db).where('t.id', '=', id).executeTakeFirst()
}

/** Two who write texts do it after one another, so that each sees the version before. Every practice has some from the start. */
export async function lockTexts(db: Db): Promise<void> {
  await db.selectFrom('consent_text').select('id').orderBy('id').forNoKeyUpdate().execute()
}

export async function findNewest(db: Db, kind: string, language: string): Promise<TextRow | undefined> {
  return texts(db)
    .where('t.kind', '=', kind)
    .where('t.language', '=', language)
    .orderBy('t.version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertText(db: Db, text: Insertable<OrganizationTables['consent_text']>): Promise<void> {
  await db.insertInto('consent_text').values(text).execute()
}

export async function updateText(
  db: Db,
  id: string,
  change: { readonly title?: string; readonly valid_days?: number | null; readonly effective_to?: string | null },
): Promise<void> {
  await db.updateTable('consent_text').set(change).where('id', '=', id).execute()
}
