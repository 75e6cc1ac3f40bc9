import type { Db } from '../../../platform/database/organization-db.ts'
import type { WrappedKey } from './seal.ts'

export type KeyRow = WrappedKey

const columns = ['version', 'nonce', 'wrapped'] as const

export async function selectNewestKey(db: Db): Promise<KeyRow | undefined> {
  return db.selectFrom('document_key').select(columns).orderBy('version', 'desc').limit(1).executeTakeFirst()
}

export async function selectKey(db: Db, version: number): Promise<KeyRow | undefined> {
  return db.selectFrom('document_key').select(columns).where('version', '=', version).executeTakeFirst()
}

export async function selectKeys(db: Db): Promise<readonly KeyRow[]> {
  return db.selectFrom('document_key').select(columns).orderBy('version').execute()
}

export async function insertKey(db: Db, key: WrappedKey, at: string): Promise<void> {
  await db
    .insertInto('document_key')
    .values({ ...key, created_at: at })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .execute()
}

export async function updateWrapping(db: Db, { version, nonce, wrapped }: WrappedKey): Promise<void> {
  await db.updateTable('document_key').set({ nonce, wrapped }).where('version', '=', version).execute()
}

/** Keys by which nothing is sealed any more, but for the newest. */
export async function deleteUnusedKeys(db: Db, newest: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('document_key')
    .where('version', '<', newest)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('document_content')
            .select('document_content.part')
            .whereRef('document_content.key_version', '=', 'document_key.version'),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

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
