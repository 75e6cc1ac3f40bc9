import type { Db } from '../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { insertPart } from '../store.ts'
import { lockClear, selectClear, setSealed } from './store.ts'
import { openVault } from './vault.ts'

const AT_ONCE = 100

export interface SealWordsOptions {
  readonly organizations: () => readonly { readonly id: string; readonly slug: string; readonly db: Db }[]
  readonly secret: string
  readonly now: () => string
  readonly onFault: (error: unknown, organization: string) => void
}

/** Seals what was read from documents while it still stood in the clear. Does nothing where nothing is left. */
export async function sealFormerWords(options: SealWordsOptions): Promise<void> {
  for (const { id, slug, db } of options.organizations())
    await sealOf(db, { organizationId: id, secret: options.secret, now: options.now }).catch((error: unknown) =>
      options.onFault(error, slug),
    )
}

async function sealOf(
  db: Db,
  {
    organizationId,
    secret,
    now,
  }: { readonly organizationId: string; readonly secret: string; readonly now: () => string },
): Promise<void> {
  const vault = openVault(secret, organizationId, now)
  for (;;) {
    const ids = await selectClear(db, AT_ONCE)
    if (ids.length === 0) return
    await inTransaction(db, async (tx) => {
      const key = await vault.newestKey(tx)
      for (const row of await lockClear(tx, ids)) {
        // The title stood on the first line.
        const words = (row.search_text.split('\n')[1] ?? '').trim()
        const belonging = {
          documentId: row.id,
          sealedFor: row.sealed_for,
          contentType: row.content_type,
          part: 'words',
        } as const
        if (words !== '' && !row.has_words)
          await insertPart(tx, row.id, 'words', vault.seal(key, belonging, Buffer.from(words)))
        await setSealed(tx, row.id)
      }
    })
  }
}
