import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

export interface PartKey {
  readonly documentId: string
  readonly part: string
}

/** Some parts that an older key sealed; none when all are of the newest. */
export async function selectOlderParts(db: Db, newest: number, most: number): Promise<readonly PartKey[]> {
  return db
    .selectFrom('document_content')
    .select(['document_id as documentId', 'part'])
    .where('key_version', '<', newest)
    .limit(most)
    .execute()
}

export async function lockPart(db: Db, { documentId, part }: PartKey) {
  return db
    .selectFrom('document_content as c')
    .innerJoin('document as d', 'd.id', 'c.document_id')
    .select(['c.key_version', 'c.nonce', 'c.sealed', 'd.content_type', 'd.sealed_for', 'd.patient_id'])
    .where('c.document_id', '=', documentId)
    .where('c.part', '=', part)
    .forUpdate('c')
    .executeTakeFirst()
}

export async function updatePart(
  db: Db,
  { documentId, part }: PartKey,
  sealed: { readonly keyVersion: number; readonly nonce: Buffer; readonly sealed: Buffer },
): Promise<void> {
  await db
    .updateTable('document_content')
    .set({ key_version: sealed.keyVersion, nonce: sealed.nonce, sealed: sealed.sealed })
    .where('document_id', '=', documentId)
    .where('part', '=', part)
    .execute()
}

export async function updateHash(db: Db, documentId: string, hash: Buffer): Promise<void> {
  await db.updateTable('document').set({ content_hash: hash }).where('id', '=', documentId).execute()
}

/** Documents of which something stands in the clear. */
export async function selectClear(db: Db, most: number): Promise<readonly string[]> {
  const rows = await db.selectFrom('document').select('id').where('search_text', '<>', '').limit(most).execute()
  return rows.map(({ id }) => id)
}

export async function lockClear(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('document as d')
    .select(['d.id', 'd.search_text', 'd.content_type'])
    .select(sql<string>`coalesce(d.sealed_for, d.patient_id)`.as('sealed_for'))
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('document_content as w')
            .select('w.part')
            .whereRef('w.document_id', '=', 'd.id')
            .where('w.part', '=', 'words'),
        )
        .as('has_words'),
    )
    .where('d.id', 'in', [...ids])
    .where('d.search_text', '<>', '')
    .orderBy('d.id')
    .forUpdate()
    .execute()
}

export async function setSealed(db: Db, id: string): Promise<void> {
  await db.updateTable('document').set({ search_text: '' }).where('id', '=', id).execute()
}
