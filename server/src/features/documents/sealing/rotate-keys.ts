import type { Db } from '../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { deleteUnusedKeys, insertKey, selectKeys, updateWrapping } from '../../../platform/sealing/key-store.ts'
import { newKey, type OrganizationKey, unwrap, wrap } from '../../../platform/sealing/seal.ts'
import { lockPart, type PartKey, selectOlderParts, updateHash, updatePart } from './store.ts'
import { openVault, type Part, type Vault } from './vault.ts'

export interface RotateOptions {
  readonly db: Db
  readonly organizationId: string
  readonly secret: string
  /** The installation's secret that wrapped the keys so far; null where it is the same. */
  readonly formerSecret: string | null
  readonly now: () => string
  /** Seals anew what others than documents keep under keys older than the newest. */
  readonly alsoAnew: () => Promise<void>
}

export interface Rotated {
  readonly version: number
  readonly parts: number
  readonly keysForgotten: number
}

const BATCH = 20

/**
 * Makes a new key, seals every document by it and forgets the older ones. Bears being stopped and begun again, and goes
 * on beside a running server.
 */
export async function rotateKeys(options: RotateOptions): Promise<Rotated> {
  const { db, organizationId, secret, formerSecret, now } = options
  if (formerSecret !== null) await wrapAnew(options, formerSecret)
  const vault = openVault(secret, organizationId, now)
  const { version: before } = await vault.newestKey(db)
  await insertKey(db, wrap(secret, organizationId, newKey(before + 1)), now())
  const key = await vault.newestKey(db)
  let parts = 0
  for (;;) {
    const older = await selectOlderParts(db, key.version, BATCH)
    if (older.length === 0) break
    for (const part of older) await sealAnew(db, vault, part, key)
    parts += older.length
  }
  await options.alsoAnew()
  return { version: key.version, parts, keysForgotten: await deleteUnusedKeys(db, key.version) }
}

async function wrapAnew({ db, organizationId, secret }: RotateOptions, formerSecret: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const row of await selectKeys(tx))
      await updateWrapping(tx, wrap(secret, organizationId, unwrap(formerSecret, organizationId, row)))
  })
}

async function sealAnew(db: Db, vault: Vault, name: PartKey, key: OrganizationKey): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockPart(tx, name)
    if (!row || row.key_version === key.version) return
    const belonging = {
      documentId: name.documentId,
      sealedFor: row.sealed_for ?? row.patient_id,
      contentType: row.content_type,
      part: name.part as Part,
    }
    const bytes = await vault.open(tx, belonging, {
      keyVersion: row.key_version,
      nonce: row.nonce,
      sealed: row.sealed,
    })
    await updatePart(tx, name, vault.seal(key, belonging, bytes))
    if (name.part === 'content') await updateHash(tx, name.documentId, vault.hash(bytes))
  })
}
