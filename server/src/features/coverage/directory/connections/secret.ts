import type { Db } from '../../../../platform/database/organization-db.ts'
import type { PayerSecret } from '../../../../platform/ports/payer-exchange.ts'
import type { Keys, SealedByKey } from '../../../../platform/sealing/keys.ts'
import { seal, unseal } from '../../../../platform/sealing/seal.ts'

/** Another connection's row does not open it, nor does another organization's. */
function boundOf(connectionId: string, version: number) {
  return ['foyer payer connection', connectionId, version]
}

export async function sealSecret(db: Db, keys: Keys, connectionId: string, secret: PayerSecret): Promise<SealedByKey> {
  const { version, key } = await keys.newest(db)
  const bytes = Buffer.from(JSON.stringify(secret))
  return { ...seal(key, boundOf(connectionId, version), bytes), keyVersion: version }
}

/** @throws Error where it was moved or changed */
export async function openSecret(
  db: Db,
  keys: Keys,
  connectionId: string,
  { keyVersion, nonce, sealed }: SealedByKey,
): Promise<PayerSecret> {
  const { key } = await keys.at(db, keyVersion)
  const bytes = unseal(key, boundOf(connectionId, keyVersion), { nonce, sealed })
  // It was sealed by the function above, and the seal holds.
  return JSON.parse(bytes.toString('utf8')) as PayerSecret
}
