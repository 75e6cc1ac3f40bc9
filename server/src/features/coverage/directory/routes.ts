import { payers, roleMay } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { type Keys, openKeys } from '../../../platform/sealing/keys.ts'
import type { CoverageDeps } from '../deps.ts'
import { addConnection, changeConnection } from './connections/save-connection.ts'
import { tryConnection } from './connections/try-connection.ts'
import { importFees } from './fees/import-fees.ts'
import { listFeeSchedules, lookUpFees } from './fees/list-schedules.ts'
import { readFeeFile } from './fees/read-file.ts'
import { saveSlidingScale } from './fees/save-sliding-scale.ts'
import { takeFeesBack } from './fees/take-back.ts'
import { addBillingProvider, changeBillingProvider } from './providers/save-billing-provider.ts'
import { readDirectory } from './read-directory.ts'
import { removeEnrolment, saveEnrolment } from './save-enrolment.ts'
import { savePayerDetails } from './save-payer.ts'
import { addPlan, changePlan } from './save-plan.ts'
import { saveVisitTypeBilling } from './visit-types/save-visit-type-billing.ts'
import { selectVisitTypeBilling } from './visit-types/store.ts'

export function directoryRoutes({ practices, exchange, secret }: CoverageDeps): readonly Route[] {
  const keysOf = (ctx: Ctx): Keys => openKeys(secret, ctx.organization.id, () => ctx.now.toString())
  return [
    route(payers.readDirectory, async (ctx) => ok(await readDirectory(ctx, practices))),
    route(payers.savePayerDetails, (ctx, input) => savePayerDetails(ctx, practices, input)),
    route(payers.addPlan, (ctx, { params, body }) => addPlan(ctx, params.payerId, body)),
    route(payers.changePlan, (ctx, { params, body }) => changePlan(ctx, params.payerId, params.planId, body)),
    route(payers.saveEnrolment, (ctx, input) => saveEnrolment(ctx, input)),
    route(payers.removeEnrolment, (ctx, { params }) => removeEnrolment(ctx, params)),
    route(payers.addConnection, (ctx, { body }) => addConnection(ctx, keysOf(ctx), body)),
    route(payers.changeConnection, (ctx, { params, body }) =>
      changeConnection(ctx, keysOf(ctx), params.connectionId, body),
    ),
    route(payers.tryConnection, (ctx, { params }) => tryConnection(ctx, keysOf(ctx), exchange, params.connectionId)),
    route(payers.addBillingProvider, (ctx, { body }) => addBillingProvider(ctx, body)),
    route(payers.changeBillingProvider, (ctx, { params, body }) =>
      changeBillingProvider(ctx, params.billingProviderId, body),
    ),
    route(payers.listVisitTypeBilling, async (ctx) =>
      ok({
        visitTypes: [...(await selectVisitTypeBilling(ctx.db))],
        can: { change: roleMay(ctx.actor.role, 'practice.change') },
      }),
    ),
    route(payers.saveVisitTypeBilling, (ctx, input) => saveVisitTypeBilling(ctx, input)),
    route(payers.readFeeFile, (ctx, input) => readFeeFile(ctx, practices, input)),
    route(payers.importFees, (ctx, input) => importFees(ctx, input)),
    route(payers.takeFeesBack, (ctx, { params }) => takeFeesBack(ctx, params.feeScheduleId)),
    route(payers.listFeeSchedules, async (ctx) => ok(await listFeeSchedules(ctx, practices))),
    route(payers.lookUpFees, async (ctx, { params, query }) =>
      ok(await lookUpFees(ctx, params.feeScheduleId, query.q)),
    ),
    route(payers.saveSlidingScale, (ctx, { body }) => saveSlidingScale(ctx, body)),
  ]
}
