import { documents, type Refusal, type Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { isShowable, MOST_PIXELS, sniffFile } from '@foyer/patients'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { presentDocument } from './present.ts'
import { readBase64 } from './read-base64.ts'
import type { Vault } from './sealing/vault.ts'
import { storeFile } from './store-file.ts'
import { findDocumentLine, findSame, lockPatient } from './store.ts'

type Spec = typeof documents.addDocument
type Answer = Result<Reply<Spec>, Refusal<Spec>>

/** What it is, its own bytes say; what the sender calls it counts for nothing. */
export async function addDocument(
  ctx: Ctx,
  vault: Vault,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Answer> {
  const { patientId } = params
  const content = readBase64('content', body.content)
  if (content.length > documents.mostDocumentBytes)
    return refuse({ reason: 'file-too-large', most: documents.mostDocumentBytes })
  const file = sniffFile(content)
  if (!file) return refuse({ reason: 'file-not-taken' })
  if (!isShowable(file)) return refuse({ reason: 'picture-too-large', mostPixels: MOST_PIXELS })
  const thumbnail = readThumbnail(body.thumbnail)
  const hash = vault.hash(content)
  const key = await vault.newestKey(ctx.db)
  return ctx.tx(async (db): Promise<Answer> => {
    if (!(await lockPatient(db, patientId))) throw new Problem('not-found')
    const same = await findSame(db, patientId, hash)
    if (same !== null) {
      ctx.touch(patientId, same)
      return ok({ document: presentDocument(await findDocumentLine(db, same)), wasHere: true })
    }
    const id = await storeFile(
      ctx,
      db,
      { vault, key },
      { ...body, patientId, contentType: file.kind, content, size: file.size ?? null, thumbnail },
    )
    ctx.touch(patientId, id)
    return ok({ document: presentDocument(await findDocumentLine(db, id)), wasHere: false })
  })
}

/** A small picture is a help, made by a page of ours: one that is none is a mistake of the caller. */
function readThumbnail(text: string | null): Buffer | null {
  if (text === null) return null
  const bytes = readBase64('thumbnail', text)
  if (bytes.length > documents.mostThumbnailBytes || !sniffFile(bytes)?.size)
    throw new Problem('not-understood', [{ pointer: '/body/thumbnail', detail: 'no small picture' }])
  return bytes
}
