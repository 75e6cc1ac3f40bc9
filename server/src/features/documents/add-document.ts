import { documents, type Refusal, type Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { isShowable, MOST_PIXELS, sniffFile } from '@foyer/patients'
import { staffOf } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { documentChanged } from './events.ts'
import { presentDocument } from './present.ts'
import { readBase64 } from './read-base64.ts'
import type { Vault } from './sealing/vault.ts'
import { findDocumentLine, findSame, insertDocument, insertPart, lockPatient } from './store.ts'
import { searchText } from './search-words.ts'

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
  const id = ctx.newId()
  return ctx.tx(async (db): Promise<Answer> => {
    if (!(await lockPatient(db, patientId))) throw new Problem('not-found')
    const same = await findSame(db, patientId, hash)
    ctx.touch(patientId, same ?? id)
    if (same !== null) return ok({ document: presentDocument(await findDocumentLine(db, same)), wasHere: true })
    await insertDocument(db, {
      id,
      patient_id: patientId,
      sealed_for: patientId,
      type: body.type,
      title: body.title,
      content_type: file.kind,
      bytes: content.length,
      width: file.size?.width ?? null,
      height: file.size?.height ?? null,
      content_hash: hash,
      search_text: searchText(body.title, body.words),
      created_at: ctx.now.toString(),
      created_by: staffOf(ctx.actor),
      source: body.source,
    })
    const belonging = { documentId: id, sealedFor: patientId, contentType: file.kind }
    await insertPart(db, id, 'content', vault.seal(key, { ...belonging, part: 'content' }, content))
    if (thumbnail)
      await insertPart(db, id, 'thumbnail', vault.seal(key, { ...belonging, part: 'thumbnail' }, thumbnail))
    await ctx.tell(db, documentChanged(id, patientId))
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
