import { peopleExport } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../platform/http/route.ts'
import { giveCopy } from './give-copy.ts'
import { listRequests } from './list-requests.ts'
import { readCopyFhir, readCopyPdf } from './read-copy.ts'
import { requestAccess } from './request-access.ts'

export function peopleExportRoutes(): readonly Route[] {
  return [
    route(peopleExport.listAccessRequests, async (ctx, { params }) => ok(await listRequests(ctx, params.patientId))),
    route(peopleExport.requestAccess, (ctx, input) => requestAccess(ctx, input)),
    route(peopleExport.giveCopy, (ctx, input) => giveCopy(ctx, input)),
    route(peopleExport.readCopyPdf, (ctx, { params }) => readCopyPdf(ctx, params)),
    route(peopleExport.readCopyFhir, (ctx, { params }) => readCopyFhir(ctx, params)),
  ]
}
