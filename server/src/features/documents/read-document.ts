import { documents, type Reply } from '@foyer/contract'
import { sniffFile } from '@foyer/patients'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Media } from '../../platform/http/route.ts'
import { contentOf } from './content-of.ts'
import { fileName } from './file-name.ts'
import type { Part, Vault } from './sealing/vault.ts'
import { findDocument, findPhoto, selectParts, type StoredPart } from './store.ts'

/** A shown document of this person as a file. */
export async function readDocument(
  ctx: Ctx,
  vault: Vault,
  { patientId, documentId }: { readonly patientId: string; readonly documentId: string },
  isAttachment: boolean,
): Promise<Media> {
  ctx.touch(patientId, documentId)
  const document = await findDocument(ctx.db, patientId, documentId)
  if (!document || document.removed_at !== null) throw new Problem('not-found')
  const bytes = await contentOf(ctx.db, vault, { patientId, documentId })
  if (!bytes) throw new Error('a document has no content, or was sealed for somebody else')
  return {
    media: document.content_type,
    filename: fileName(document),
    bytes,
    isForeign: true,
    isAttachment,
  }
}

export async function readThumbnails(
  ctx: Ctx,
  vault: Vault,
  patientId: string,
  ids: string,
): Promise<Reply<typeof documents.readThumbnails>> {
  const wanted = [...new Set(ids.split(','))].slice(0, documents.mostThumbnails)
  const [patient, parts] = await Promise.all([
    findPhoto(ctx.db, patientId),
    selectParts(ctx.db, patientId, wanted, 'thumbnail'),
  ])
  if (!patient) throw new Problem('not-found')
  const thumbnails = []
  for (const part of parts) {
    const bytes = await opened(ctx, vault, part, 'thumbnail')
    const contentType = sniffFile(bytes)?.kind
    if (contentType) thumbnails.push({ id: part.documentId, contentType, data: bytes.toString('base64') })
  }
  return { thumbnails }
}

/** Small where there is a small one: it stands beside a name. */
export async function readPhoto(ctx: Ctx, vault: Vault, patientId: string): Promise<Media> {
  const documentId = (await findPhoto(ctx.db, patientId))?.photo_document_id ?? null
  if (documentId === null) throw new Problem('not-found')
  ctx.touch(patientId, documentId)
  const bytes =
    (await pictureOf(ctx, vault, patientId, documentId, 'thumbnail')) ??
    (await pictureOf(ctx, vault, patientId, documentId, 'content'))
  // Gone out of sight, or back with the record it came from.
  if (!bytes) throw new Problem('not-found')
  const media = sniffFile(bytes)?.kind
  if (media === undefined) throw new Problem('not-found')
  return { media, filename: 'photo', bytes, isForeign: true }
}

async function pictureOf(
  ctx: Ctx,
  vault: Vault,
  patientId: string,
  documentId: string,
  part: Part,
): Promise<Buffer | null> {
  const [stored] = await selectParts(ctx.db, patientId, [documentId], part)
  return stored ? opened(ctx, vault, stored, part) : null
}

function opened(ctx: Ctx, vault: Vault, stored: StoredPart, part: Part): Promise<Buffer> {
  const { documentId, sealedFor, contentType } = stored
  return vault.open(ctx.db, { documentId, sealedFor, contentType, part }, stored)
}
