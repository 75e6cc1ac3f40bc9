import type { documents, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { holdRecord } from '../patients/index.ts'
import { documentChanged } from './events.ts'
import { presentDocument } from './present.ts'
import { findDocument, findDocumentLine, updateDocument } from './store.ts'

type Spec = typeof documents.changeDocument

export async function changeDocument(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, never>> {
  const { patientId, documentId } = params
  ctx.touch(patientId, documentId)
  return ctx.tx(async (db) => {
    await holdRecord(db, patientId)
    const document = await findDocument(db, patientId, documentId)
    if (!document || document.removed_at !== null) throw new Problem('not-found')
    await updateDocument(db, documentId, { type: body.type, title: body.title })
    await ctx.tell(db, documentChanged(documentId, patientId))
    return ok(presentDocument(await findDocumentLine(db, documentId)))
  })
}
