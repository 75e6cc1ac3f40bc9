import { eligibility } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../../platform/http/route.ts'
import type { CoverageDeps } from '../deps.ts'
import { askPayer } from './asking/ask-payer.ts'
import { discoverCoverage } from './discovery/discover.ts'
import { takeFoundCoverage } from './discovery/take-found.ts'
import { compareChecks } from './reading/compare-checks.ts'
import { listChecks } from './reading/list-checks.ts'
import { readCoverageCards } from './reading/read-cards.ts'
import { readCheck } from './reading/read-check.ts'
import { readRawCheck } from './reading/read-raw.ts'
import { readCheckSegment } from './reading/read-segment.ts'
import { readVerification } from './sweeps/read-verification.ts'
import { startSweep } from './sweeps/start-sweep.ts'

export function checksRoutes({ practices }: CoverageDeps): readonly Route[] {
  return [
    route(eligibility.readCoverageCards, async (ctx, { params, query }) =>
      ok(await readCoverageCards(ctx, practices, params.patientId, query)),
    ),
    route(eligibility.askPayer, (ctx, input) => askPayer(ctx, practices, input)),
    route(eligibility.listChecks, async (ctx, { params }) => ok(await listChecks(ctx, params))),
    route(eligibility.readCheck, async (ctx, { params, query }) => ok(await readCheck(ctx, params, query))),
    route(eligibility.readRawCheck, async (ctx, { params, query }) => ok(await readRawCheck(ctx, params, query))),
    route(eligibility.readCheckSegment, async (ctx, { params, query }) =>
      ok(await readCheckSegment(ctx, params, query)),
    ),
    route(eligibility.compareChecks, (ctx, { params, query }) => compareChecks(ctx, params, query)),
    route(eligibility.readVerification, async (ctx, { query }) => ok(await readVerification(ctx, query))),
    route(eligibility.startSweep, (ctx, { body }) => startSweep(ctx, practices, body)),
    route(eligibility.discoverCoverage, (ctx, input) => discoverCoverage(ctx, practices, input)),
    route(eligibility.takeFoundCoverage, (ctx, { params }) => takeFoundCoverage(ctx, params)),
  ]
}
