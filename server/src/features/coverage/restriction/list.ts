import { type planRestrictions, type Reply, roleMay } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import { presentRestriction, presentVisit } from './present.ts'
import { selectRestrictions, selectVisitsToKeep } from './store.ts'

type Spec = typeof planRestrictions.listPlanRestrictions

export async function listRestrictions(ctx: Ctx, patientId: string): Promise<Reply<Spec>> {
  ctx.touch(patientId)
  const [rows, visits] = await Promise.all([
    selectRestrictions(ctx.db, patientId),
    selectVisitsToKeep(ctx.db, patientId, ctx.now.toString()),
  ])
  return {
    restrictions: rows.map(presentRestriction),
    visits: visits.map(presentVisit),
    can: { change: roleMay(ctx.actor.role, 'patient.change') },
  }
}
