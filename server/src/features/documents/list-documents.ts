import type { documents, Reply } from '@foyer/contract'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { documentRights } from './policy.ts'
import { presentListed } from './present.ts'
import type { Vault } from './sealing/vault.ts'
import { findPhoto, type LineRow, selectDocuments, selectParts } from './store.ts'
import { askedWords, isFoundBy } from './search-words.ts'

type Spec = typeof documents.listDocuments

/** More than most records hold. */
const most = 500
/** As many are searched; what was read from them is opened for it. */
const mostSearched = 2_000

/** Those with every word in the title or in what was read, which is sealed: it is opened here and goes no further. */
async function withWords(
  ctx: Ctx,
  vault: Vault,
  { patientId, asked, isRemoved }: { patientId: string; asked: readonly string[]; isRemoved: boolean },
  rows: readonly LineRow[],
): Promise<readonly LineRow[]> {
  const ids = rows.map(({ id }) => id)
  const read = new Map<string, string>()
  for (const part of await selectParts(ctx.db, patientId, ids, 'words', isRemoved))
    read.set(part.documentId, (await vault.open(ctx.db, { ...part, part: 'words' }, part)).toString('utf8'))
  return rows.filter(({ id, title }) => isFoundBy(asked, title, read.get(id) ?? ''))
}

export async function listDocuments(
  ctx: Ctx,
  vault: Vault,
  { params, query }: Pick<Input<Spec>, 'params' | 'query'>,
): Promise<Reply<Spec>> {
  const { patientId } = params
  const wanted = { type: query.type ?? null, isRemoved: query.removed === '1' }
  const asked = askedWords(query.q ?? '')
  const [patient, all] = await Promise.all([
    findPhoto(ctx.db, patientId),
    selectDocuments(ctx.db, patientId, wanted, asked.length === 0 ? most + 1 : mostSearched),
  ])
  if (!patient) throw new Problem('not-found')
  const rows = asked.length === 0 ? all : await withWords(ctx, vault, { patientId, asked, ...wanted }, all)
  return {
    documents: rows.slice(0, most).map(presentListed),
    hasMore: rows.length > most,
    photoDocumentId: patient.photo_document_id,
    can: documentRights(ctx.actor),
  }
}
