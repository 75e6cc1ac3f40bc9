import { estimates } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { guestRoute, type Route, route } from '../../../platform/http/route.ts'
import type { CoverageDeps } from '../deps.ts'
import { printEstimate } from './document/print-estimate.ts'
import { choosePayment } from './duty/choose-payment.ts'
import { listDue } from './duty/list-due.ts'
import { readPayment } from './duty/read-payment.ts'
import { giveEstimate } from './give-estimate.ts'
import { openLink, printLink, readLink, signLink } from './link/use-link.ts'
import { makeEstimate } from './make-estimate.ts'
import { previewCost } from './pricing/preview-cost.ts'
import { listEstimates } from './read-estimates.ts'
import { reissueEstimate } from './reissue-estimate.ts'
import { signEstimate } from './sign-estimate.ts'
import { wantEstimate } from './want-estimate.ts'
import { withdrawEstimate } from './withdraw-estimate.ts'

export function estimatesRoutes(deps: CoverageDeps): readonly Route[] {
  const { practices, publicUrl } = deps
  return [
    route(estimates.previewCost, async (ctx, { body }) => ok(await previewCost(ctx, practices, body))),
    route(estimates.readPayment, async (ctx, { params }) => ok(await readPayment(ctx, params))),
    route(estimates.choosePayment, (ctx, input) => choosePayment(ctx, practices, input)),
    route(estimates.listEstimates, async (ctx, { params }) =>
      ok(await listEstimates(ctx, { practices, sendsLinks: publicUrl !== null }, params.patientId)),
    ),
    route(estimates.wantEstimate, (ctx, input) => wantEstimate(ctx, practices, input)),
    route(estimates.makeEstimate, (ctx, input) => makeEstimate(ctx, practices, input)),
    route(estimates.reissueEstimate, (ctx, input) => reissueEstimate(ctx, practices, input)),
    route(estimates.withdrawEstimate, (ctx, input) => withdrawEstimate(ctx, practices, input)),
    route(estimates.giveEstimate, (ctx, input) => giveEstimate(ctx, deps, input)),
    route(estimates.signEstimate, (ctx, input) => signEstimate(ctx, input)),
    route(estimates.printEstimate, async (ctx, { params }) => ok(await printEstimate(ctx, practices, params))),
    route(estimates.listDueEstimates, async (ctx, { query }) => ok(await listDue(ctx, practices, query))),
    guestRoute(estimates.openEstimateLink, async (ctx, { body }) => ok(await openLink(ctx, practices, body))),
    guestRoute(estimates.readEstimateLink, (ctx, { body }) => readLink(ctx, body)),
    guestRoute(estimates.signEstimateLink, (ctx, { body }) => signLink(ctx, body)),
    guestRoute(estimates.printEstimateLink, (ctx, { body }) => printLink(ctx, practices, body)),
  ]
}
