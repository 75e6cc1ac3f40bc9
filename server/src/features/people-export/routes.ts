import { peopleExport } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../platform/http/route.ts'
import { openVault } from '../documents/index.ts'
import { giveCopy } from './give-copy.ts'
import { countDueCopies, listDueCopies } from './due/list-due.ts'
import { listRequests } from './list-requests.ts'
import { readCopyFhir, readCopyPdf } from './read-copy.ts'
import { requestAccess } from './request-access.ts'
import { takeBackGiven } from './take-back-given.ts'

/** @param deps `secret` of the installation, by which documents are sealed */
export function peopleExportRoutes({ secret }: { readonly secret: string }): readonly Route[] {
  return [
    route(peopleExport.listAccessRequests, async (ctx, { params }) => ok(await listRequests(ctx, params.patientId))),
    route(peopleExport.countDueCopies, async (ctx) => ok(await countDueCopies(ctx))),
    route(peopleExport.listDueCopies, async (ctx) => ok(await listDueCopies(ctx))),
    route(peopleExport.requestAccess, (ctx, input) => requestAccess(ctx, input)),
    route(peopleExport.giveCopy, (ctx, input) => giveCopy(ctx, input)),
    route(peopleExport.takeBackGiven, (ctx, { params }) => takeBackGiven(ctx, params)),
    route(peopleExport.readCopyPdf, (ctx, { params }) => readCopyPdf(ctx, params)),
    route(peopleExport.readCopyFhir, (ctx, { params }) =>
      readCopyFhir(
        ctx,
        openVault(secret, ctx.organization.id, () => ctx.now.toString()),
        params,
      ),
    ),
  ]
}
