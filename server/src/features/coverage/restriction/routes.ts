import { planRestrictions } from '@foyer/contract'
import { ok } from '@foyer/kernel'
import { type Route, route } from '../../../platform/http/route.ts'
import { endRestriction } from './end.ts'
import { listRestrictions } from './list.ts'
import { noteRestriction } from './note.ts'

export function restrictionRoutes(): readonly Route[] {
  return [
    route(planRestrictions.listPlanRestrictions, async (ctx, { params }) =>
      ok(await listRestrictions(ctx, params.patientId)),
    ),
    route(planRestrictions.notePlanRestriction, (ctx, input) => noteRestriction(ctx, input)),
    route(planRestrictions.endPlanRestriction, (ctx, input) => endRestriction(ctx, input)),
  ]
}
