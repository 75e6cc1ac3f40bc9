import type { Db } from '../database/organization-db.ts'
import { insertKey, selectKey, selectNewestKey } from './key-store.ts'
import { newKey, type OrganizationKey, type Sealed, unwrap, wrap } from './seal.ts'

export interface SealedByKey extends Sealed {
  readonly keyVersion: number
}

/** The keys of one organization, by which its documents and its secrets are sealed. */
export interface Keys {
  /** The newest, made where there is none. */
  newest(db: Db): Promise<OrganizationKey>
  /** @throws Error where there is none of this version */
  at(db: Db, version: number): Promise<OrganizationKey>
}

export function openKeys(secret: string, organizationId: string, now: () => string): Keys {
  return {
    newest: async (db) => {
      const row = await selectNewestKey(db)
      if (row) return unwrap(secret, organizationId, row)
      // Two at once: the one that came second takes the key of the first.
      await insertKey(db, wrap(secret, organizationId, newKey(1)), now())
      const made = await selectNewestKey(db)
      if (!made) throw new Error('the key was not made')
      return unwrap(secret, organizationId, made)
    },
    at: async (db, version) => {
      const row = await selectKey(db, version)
      if (!row) throw new Error('a key of the organization is gone')
      return unwrap(secret, organizationId, row)
    },
  }
}
