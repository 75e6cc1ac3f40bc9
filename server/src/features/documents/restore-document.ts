import type { documents, Params, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { documentChanged } from './events.ts'
import { tellPhoto } from './set-photo.ts'
import { findDocument, findSame, lockPatient, updateRemoved } from './store.ts'

type Spec = typeof documents.restoreDocument

export async function restoreDocument(
  ctx: Ctx,
  { patientId, documentId }: Params<Spec>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.touch(patientId, documentId)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const patient = await lockPatient(db, patientId)
    const document = await findDocument(db, patientId, documentId)
    if (!patient || !document) throw new Problem('not-found')
    if (document.removed_at === null) return ok({})
    const same = document.content_hash === null ? null : await findSame(db, patientId, document.content_hash)
    if (same !== null) return refuse({ reason: 'same-file-here', documentId: same })
    await updateRemoved(db, documentId, {
      removed_at: null,
      removed_by: null,
      removed_reason: null,
      removed_remarks: null,
    })
    if (patient.photo_document_id === documentId) await tellPhoto(ctx, db, patientId, null, document)
    await ctx.tell(db, documentChanged(documentId, patientId))
    return ok({})
  })
}
