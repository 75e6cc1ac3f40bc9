import type { Db } from '../../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Keys } from '../../../../platform/sealing/keys.ts'
import { openSecret, sealSecret } from './secret.ts'
import { lockConnection, selectOlderSecrets, updateSecret } from './store.ts'

/** Seals the secrets of connections by the newest key; the older ones can be forgotten then. */
export async function resealSecrets(db: Db, keys: Keys): Promise<void> {
  const { version } = await keys.newest(db)
  for (const id of await selectOlderSecrets(db, version))
    await inTransaction(db, async (tx) => {
      const row = await lockConnection(tx, id)
      if (!row?.sealed || row.sealed.keyVersion === version) return
      await updateSecret(tx, id, await sealSecret(tx, keys, id, await openSecret(tx, keys, id, row.sealed)))
    })
}
