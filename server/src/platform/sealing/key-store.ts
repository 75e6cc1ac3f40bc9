import type { Db } from '../database/organization-db.ts'
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

/** Keys by which nothing is sealed any more, but for the newest. The foreign keys have the last word. */
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
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('payer_connection')
            .select('payer_connection.id')
            .whereRef('payer_connection.secret_key_version', '=', 'document_key.version'),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
