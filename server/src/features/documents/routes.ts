import { documents } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { addDocument } from './add-document.ts'
import { changeDocument } from './change-document.ts'
import { noteWords } from './note-words.ts'
import { listDocuments } from './list-documents.ts'
import { readDocument, readPhoto, readThumbnails } from './read-document.ts'
import { removeDocument } from './remove-document.ts'
import { restoreDocument } from './restore-document.ts'
import { openVault, type Vault } from './sealing/vault.ts'
import { setPhoto } from './set-photo.ts'

export interface DocumentsDeps {
  /** From which the keys that wrap each organization's keys are derived. */
  readonly secret: string
}

export function documentsRoutes({ secret }: DocumentsDeps): readonly Route[] {
  const vaultOf = (ctx: Ctx): Vault => openVault(secret, ctx.organization.id, () => ctx.now.toString())
  return [
    route(documents.listDocuments, async (ctx, input) => ok(await listDocuments(ctx, vaultOf(ctx), input))),
    route(documents.readThumbnails, async (ctx, { params, query }) =>
      ok(await readThumbnails(ctx, vaultOf(ctx), params.patientId, query.ids)),
    ),
    route(documents.addDocument, (ctx, input) => addDocument(ctx, vaultOf(ctx), input)),
    route(documents.readDocument, async (ctx, { params }) => ok(await readDocument(ctx, vaultOf(ctx), params, false))),
    route(documents.downloadDocument, async (ctx, { params }) =>
      ok(await readDocument(ctx, vaultOf(ctx), params, true)),
    ),
    route(documents.noteDocumentWords, (ctx, input) => noteWords(ctx, vaultOf(ctx), input)),
    route(documents.changeDocument, (ctx, input) => changeDocument(ctx, input)),
    route(documents.removeDocument, (ctx, input) => removeDocument(ctx, input)),
    route(documents.restoreDocument, (ctx, { params }) => restoreDocument(ctx, params)),
    route(documents.setPhoto, (ctx, input) => setPhoto(ctx, input)),
    route(documents.readPhoto, async (ctx, { params }) => ok(await readPhoto(ctx, vaultOf(ctx), params.patientId))),
  ]
}
