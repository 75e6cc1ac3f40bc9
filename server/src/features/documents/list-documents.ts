import type { documents, Reply } from '@foyer/contract'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { documentRights } from './policy.ts'
import { presentListed } from './present.ts'
import { findPhoto, selectDocuments } from './store.ts'
import { askedWords } from './search-words.ts'

type Spec = typeof documents.listDocuments

export async function listDocuments(
  ctx: Ctx,
  { params, query }: Pick<Input<Spec>, 'params' | 'query'>,
): Promise<Reply<Spec>> {
  const { patientId } = params
  const wanted = { type: query.type ?? null, words: askedWords(query.q ?? ''), isRemoved: query.removed === '1' }
  const [patient, rows] = await Promise.all([findPhoto(ctx.db, patientId), selectDocuments(ctx.db, patientId, wanted)])
  if (!patient) throw new Problem('not-found')
  return {
    documents: rows.map(presentListed),
    photoDocumentId: patient.photo_document_id,
    can: documentRights(ctx.actor),
  }
}
