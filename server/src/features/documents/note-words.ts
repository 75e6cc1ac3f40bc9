import type { documents, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { holdRecord } from '../patients/index.ts'
import { documentChanged } from './events.ts'
import { foldedWords } from './search-words.ts'
import type { Vault } from './sealing/vault.ts'
import { findDocument, insertPart, selectParts } from './store.ts'

type Spec = typeof documents.noteDocumentWords

/** What was read from a picture once it was there, to find it by. What was read from it before stays. */
export async function noteWords(
  ctx: Ctx,
  vault: Vault,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, never>> {
  const { patientId, documentId } = params
  ctx.touch(patientId, documentId)
  return ctx.tx(async (db) => {
    await holdRecord(db, patientId)
    const document = await findDocument(db, patientId, documentId)
    if (!document || document.removed_at !== null) throw new Problem('not-found')
    const words = foldedWords(body.words)
    const [read] = await selectParts(db, patientId, [documentId], 'words')
    if (!read && words !== '') {
      const { content_type: contentType, sealed_for: sealedFor } = document
      const belonging = { documentId, sealedFor: sealedFor ?? patientId, contentType, part: 'words' } as const
      await insertPart(db, documentId, 'words', vault.seal(await vault.newestKey(db), belonging, Buffer.from(words)))
      await ctx.tell(db, documentChanged(documentId, patientId))
    }
    return ok({})
  })
}
