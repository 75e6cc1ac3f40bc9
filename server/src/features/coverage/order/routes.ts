import { coverageOrder } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../../platform/http/route.ts'
import type { CoverageDeps } from '../deps.ts'
import { decideCoverageOrder } from './decide-order.ts'
import { listMspDue } from './list-msp-due.ts'
import { noteVisitCause } from './note-cause.ts'
import { noteOrderFacts } from './note-facts.ts'
import { noteCoverageFacts } from './note-policy.ts'
import { readCoverageOrder } from './read-order.ts'
import { readVisitCoverages } from './read-visit-coverages.ts'
import { recordMsp } from './record-msp.ts'
import { withdrawCoverageOrder } from './withdraw-decision.ts'

export function orderRoutes({ practices }: CoverageDeps): readonly Route[] {
  return [
    route(coverageOrder.readCoverageOrder, async (ctx, { params, query }) =>
      ok(await readCoverageOrder(ctx, practices, params.patientId, query)),
    ),
    route(coverageOrder.decideCoverageOrder, (ctx, input) => decideCoverageOrder(ctx, practices, input)),
    route(coverageOrder.withdrawCoverageOrder, (ctx, input) => withdrawCoverageOrder(ctx, practices, input)),
    route(coverageOrder.noteOrderFacts, (ctx, input) => noteOrderFacts(ctx, practices, input)),
    route(coverageOrder.noteCoverageFacts, (ctx, input) => noteCoverageFacts(ctx, practices, input)),
    route(coverageOrder.noteVisitCause, (ctx, input) => noteVisitCause(ctx, input)),
    route(coverageOrder.readVisitCoverages, async (ctx, { params }) =>
      ok(await readVisitCoverages(ctx, params.appointmentId)),
    ),
    route(coverageOrder.recordMsp, (ctx, input) => recordMsp(ctx, practices, input)),
    route(coverageOrder.listMspDue, async (ctx, { params, query }) =>
      ok(await listMspDue(ctx, practices, params.siteId, query)),
    ),
  ]
}
