import type { Db } from '../../../platform/database/organization-db.ts'
import { contentHash, newKey, type OrganizationKey, seal, type Sealed, unseal, unwrap, wrap } from './seal.ts'
import { insertKey, type KeyRow, selectKey, selectNewestKey } from './store.ts'

export type Part = 'content' | 'thumbnail'

/** What a part of a document is bound to besides its organization: another row, or another person's, does not open it. */
export interface Belonging {
  readonly documentId: string
  readonly sealedFor: string
  readonly contentType: string
  readonly part: Part
}

export interface SealedPart extends Sealed {
  readonly keyVersion: number
}

/** Seals and opens the documents of one organization. */
export interface Vault {
  hash(bytes: Uint8Array): Buffer
  /** The newest key of the organization, made where there is none. */
  newestKey(db: Db): Promise<OrganizationKey>
  seal(key: OrganizationKey, belonging: Belonging, bytes: Uint8Array): SealedPart
  /** @throws Error where it was tampered with: moved, swapped, changed */
  open(db: Db, belonging: Belonging, part: SealedPart): Promise<Buffer>
}

function boundOf(organizationId: string, version: number, { documentId, sealedFor, contentType, part }: Belonging) {
  return ['foyer document', organizationId, version, sealedFor, documentId, part, contentType]
}

export function openVault(secret: string, organizationId: string, now: () => string): Vault {
  const unwrapped = (row: KeyRow): OrganizationKey => unwrap(secret, organizationId, row)
  return {
    hash: (bytes) => contentHash(secret, organizationId, bytes),
    newestKey: async (db) => {
      const row = await selectNewestKey(db)
      if (row) return unwrapped(row)
      // Two at once: the one that came second takes the key of the first.
      await insertKey(db, wrap(secret, organizationId, newKey(1)), now())
      const made = await selectNewestKey(db)
      if (!made) throw new Error('the key was not made')
      return unwrapped(made)
    },
    seal: (key, belonging, bytes) => ({
      ...seal(key.key, boundOf(organizationId, key.version, belonging), bytes),
      keyVersion: key.version,
    }),
    open: async (db, belonging, { keyVersion, nonce, sealed }) => {
      const row = await selectKey(db, keyVersion)
      if (!row) throw new Error('the key of a document is gone')
      return unseal(unwrapped(row).key, boundOf(organizationId, keyVersion, belonging), { nonce, sealed })
    },
  }
}
