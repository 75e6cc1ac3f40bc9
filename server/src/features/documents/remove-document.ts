import type { documents, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { staffOf } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { documentChanged } from './events.ts'
import { tellPhoto } from './set-photo.ts'
import { standsOnIt } from './stands-on-it.ts'
import { findDocument, lockPatient, updateRemoved } from './store.ts'

type Spec = typeof documents.removeDocument

/**
 * Out of sight, not gone: what was once part of a record is kept as long as the states' retention rules ask, and who
 * removed it must be able to show it again.
 */
export async function removeDocument(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId, documentId } = params
  ctx.touch(patientId, documentId)
  ctx.because([body.reason, body.remarks].filter((text) => text !== null).join(': '))
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const patient = await lockPatient(db, patientId)
    const document = await findDocument(db, patientId, documentId)
    if (!patient || !document) throw new Problem('not-found')
    if (document.removed_at !== null) return ok({})
    const authorities = await standsOnIt(ctx, db, patientId, documentId)
    if (authorities.some(({ id }) => !body.unproved.includes(id)))
      return refuse({ reason: 'authority-stands-on-it', authorities })
    await updateRemoved(db, documentId, {
      removed_at: ctx.now.toString(),
      removed_by: staffOf(ctx.actor),
      removed_reason: body.reason,
      removed_remarks: body.remarks,
    })
    if (patient.photo_document_id === documentId) await tellPhoto(ctx, db, patientId, document, null)
    await ctx.tell(db, documentChanged(documentId, patientId))
    return ok({})
  })
}
