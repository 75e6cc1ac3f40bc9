import { peopleImport } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../platform/http/route.ts'
import { beginImport } from './begin-import.ts'
import { cancelImport } from './cancel-import.ts'
import { inspectImport } from './inspect-import.ts'
import { listRows } from './list-rows.ts'
import { mapImport } from './map-import.ts'
import { printReport } from './print-report.ts'
import { listImports, readImport } from './read-import.ts'
import { sendPart } from './send-part.ts'
import { startPhase } from './start-phase.ts'

export function peopleImportRoutes(): readonly Route[] {
  return [
    route(peopleImport.listImports, async (ctx) => ok(await listImports(ctx))),
    route(peopleImport.beginImport, (ctx, { body }) => beginImport(ctx, body)),
    route(peopleImport.sendImportPart, (ctx, input) => sendPart(ctx, input)),
    route(peopleImport.inspectImport, (ctx, { params }) => inspectImport(ctx, params.runId)),
    route(peopleImport.readImport, async (ctx, { params }) => ok(await readImport(ctx, params.runId))),
    route(peopleImport.mapImport, (ctx, input) => mapImport(ctx, input)),
    route(peopleImport.checkImport, (ctx, { params }) => startPhase(ctx, params.runId, 'checking')),
    route(peopleImport.runImport, (ctx, { params }) => startPhase(ctx, params.runId, 'running') as never),
    route(peopleImport.cancelImport, (ctx, { params }) => cancelImport(ctx, params.runId)),
    route(peopleImport.undoImport, (ctx, { params }) => startPhase(ctx, params.runId, 'undoing') as never),
    route(peopleImport.listImportRows, async (ctx, { params, query }) => ok(await listRows(ctx, params.runId, query))),
    route(peopleImport.printImportReport, async (ctx, { params, query }) =>
      ok(await printReport(ctx, params.runId, query)),
    ),
  ]
}
