import type { documents, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { patientChanged, recordChanges } from '../patients/index.ts'
import { type DocumentRow, findDocument, lockPatient, updatePhoto } from './store.ts'

type Spec = typeof documents.setPhoto
type Named = Pick<DocumentRow, 'id' | 'title'>

export async function setPhoto(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId } = params
  const { documentId } = body
  ctx.touch(patientId, documentId ?? undefined)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const patient = await lockPatient(db, patientId)
    if (!patient) throw new Problem('not-found')
    const before =
      patient.photo_document_id === null ? null : await findDocument(db, patientId, patient.photo_document_id)
    const after = documentId === null ? null : await findDocument(db, patientId, documentId)
    if (after === undefined || (after && after.removed_at !== null)) throw new Problem('not-found')
    if (after && after.width === null) return refuse({ reason: 'not-a-photo' })
    await updatePhoto(db, patientId, documentId)
    await tellPhoto(ctx, db, patientId, before && before.removed_at === null ? before : null, after)
    return ok({ photoDocumentId: documentId })
  })
}

/**
 * The photo as a field of the person: told in the history by the documents' titles, and said. A photo that is removed stays
 * the one that was chosen and is not shown; it is the photo again when it is back.
 */
export async function tellPhoto(
  ctx: Ctx,
  db: Db,
  patientId: string,
  before: Named | null,
  after: Named | null,
): Promise<void> {
  await recordChanges(ctx, db, patientId, { photo: before?.title ?? null }, { photo: after?.title ?? null })
  await ctx.tell(db, patientChanged(patientId))
}
