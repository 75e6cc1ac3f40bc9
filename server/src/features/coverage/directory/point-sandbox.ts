import type { Db } from '../../../platform/database/organization-db.ts'
import type { PayerSecret } from '../../../platform/ports/payer-exchange.ts'
import type { Keys } from '../../../platform/sealing/keys.ts'
import { pointConnections } from './sandbox/store.ts'
import { keepSecret } from './ways.ts'

export interface SandboxAddresses {
  /** `/core` and `/rest` are below it. */
  readonly url: string
  /** Null: its files are where they were. */
  readonly sftp: { readonly url: string; readonly hostKey: string; readonly secret: PayerSecret } | null
}

/** Tells the connections to made-up payers where these are: after each start elsewhere, with another key. */
export async function pointSandboxConnections(db: Db, keys: Keys, { url, sftp }: SandboxAddresses): Promise<void> {
  await pointConnections(db, ['core-mime', 'core-soap'], `${url}/core`, {})
  await pointConnections(db, ['rest'], `${url}/rest`, {})
  if (sftp === null) return
  const ids = await pointConnections(db, ['sftp'], sftp.url, { hostKey: sftp.hostKey })
  for (const id of ids) await keepSecret(db, keys, id, sftp.secret)
}
