import type { FileKind } from '@foyer/patients'
import { staffOf } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import type { OrganizationKey } from '../../platform/sealing/seal.ts'
import { documentChanged } from './events.ts'
import { foldedWords } from './search-words.ts'
import type { Vault } from './sealing/vault.ts'
import { insertDocument, insertPart } from './store.ts'

export interface NewFile {
  readonly patientId: string
  readonly type: string
  readonly title: string
  readonly contentType: FileKind
  readonly content: Buffer
  /** What was read from it, to find it by. */
  readonly words: string
  readonly source: string
  /** Pixels; null for a PDF. */
  readonly size: { readonly width: number; readonly height: number } | null
  readonly thumbnail: Buffer | null
}

/** Seals a file and keeps it as a document of the person, in the transaction of `db`. Answers its id. */
export async function storeFile(
  ctx: Ctx,
  db: Db,
  { vault, key }: { readonly vault: Vault; readonly key: OrganizationKey },
  file: NewFile,
): Promise<string> {
  const { patientId, content, contentType, thumbnail, title, size } = file
  const id = ctx.newId()
  await insertDocument(db, {
    id,
    patient_id: patientId,
    sealed_for: patientId,
    type: file.type,
    title,
    content_type: contentType,
    bytes: content.length,
    width: size?.width ?? null,
    height: size?.height ?? null,
    content_hash: vault.hash(content),
    created_at: ctx.now.toString(),
    created_by: staffOf(ctx.actor),
    source: file.source,
  })
  const belonging = { documentId: id, sealedFor: patientId, contentType }
  await insertPart(db, id, 'content', vault.seal(key, { ...belonging, part: 'content' }, content))
  if (thumbnail) await insertPart(db, id, 'thumbnail', vault.seal(key, { ...belonging, part: 'thumbnail' }, thumbnail))
  const words = foldedWords(file.words)
  if (words !== '')
    await insertPart(db, id, 'words', vault.seal(key, { ...belonging, part: 'words' }, Buffer.from(words)))
  await ctx.tell(db, documentChanged(id, patientId))
  return id
}
