import type { Db } from '../../platform/database/organization-db.ts'
import type { Vault } from './sealing/vault.ts'
import { selectParts } from './store.ts'

/** A shown document of this person, opened; null where it has no content. */
export async function contentOf(
  db: Db,
  vault: Vault,
  { patientId, documentId }: { readonly patientId: string; readonly documentId: string },
): Promise<Buffer | null> {
  const [stored] = await selectParts(db, patientId, [documentId], 'content')
  if (!stored) return null
  const { sealedFor, contentType } = stored
  return vault.open(db, { documentId, sealedFor, contentType, part: 'content' }, stored)
}
