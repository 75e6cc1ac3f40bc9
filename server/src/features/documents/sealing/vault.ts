import type { Db } from '../../../platform/database/organization-db.ts'
import { openKeys, type SealedByKey } from '../../../platform/sealing/keys.ts'
import { contentHash, type OrganizationKey, seal, unseal } from '../../../platform/sealing/seal.ts'

/** `words`: what was read from it, folded, to find it by. */
export type Part = 'content' | 'thumbnail' | 'words'

/** What a part of a document is bound to besides its organization: another row, or another person's, does not open it. */
export interface Belonging {
  readonly documentId: string
  readonly sealedFor: string
  readonly contentType: string
  readonly part: Part
}

export type SealedPart = SealedByKey

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
  const keys = openKeys(secret, organizationId, now)
  return {
    hash: (bytes) => contentHash(secret, organizationId, bytes),
    newestKey: (db) => keys.newest(db),
    seal: (key, belonging, bytes) => ({
      ...seal(key.key, boundOf(organizationId, key.version, belonging), bytes),
      keyVersion: key.version,
    }),
    open: async (db, belonging, { keyVersion, nonce, sealed }) => {
      const { key } = await keys.at(db, keyVersion)
      return unseal(key, boundOf(organizationId, keyVersion, belonging), { nonce, sealed })
    },
  }
}
