import type { Body, Params, Refusal, repair } from '@foyer/contract'
import { roleMay } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { repairChanged } from './events.ts'
import type { RepairReply } from './present.ts'
import { readRepair, type RepairWork } from './read-repair.ts'
import { acceptOpen, lockItem, lockRepair, touchRepair, updateDecision } from './store.ts'

type Spec = typeof repair.decideRepairItem
type AllSpec = typeof repair.acceptRepair

/** Decides on one visit. Nothing moves before the repair is applied, and until then it can be taken back. */
export async function decide(
  ctx: Ctx,
  work: RepairWork,
  input: Params<Spec> & Body<Spec>,
): Promise<Result<RepairReply, Refusal<Spec>>> {
  const { repairId, appointmentId, decision, reason } = input
  if (decision === 'cancelled' && !roleMay(ctx.actor.role, 'appointment.cancel')) throw new Problem('not-allowed')
  ctx.because(reason)
  const done = await ctx.tx<object, Refusal<Spec>>(async (db) => {
    const row = await lockRepair(db, repairId)
    const item = row && (await lockItem(db, repairId, appointmentId))
    if (!item) throw new Problem('not-found')
    ctx.touch(item.patient_id, appointmentId)
    if (row.status === 'closed') return refuse({ reason: 'taken-back' })
    if (item.applied_at !== null) return refuse({ reason: 'already-applied' })
    if (decision === 'accepted' && !item.has_proposal) return refuse({ reason: 'no-proposal' })
    if (decision === 'cancelled' && reason === null) return refuse({ reason: 'reason-missing' })
    const made = { decision, reason, at: ctx.now.toString(), name: ctx.actor.name }
    await updateDecision(db, repairId, appointmentId, made)
    await touchRepair(db, repairId)
    await ctx.tell(db, repairChanged(repairId, row.site_id))
    return ok({})
  })
  return done.ok ? readRepair(ctx, work, repairId) : done
}

/** Accepts whatever is proposed and not decided on; only what the caller has seen. */
export async function acceptAll(
  ctx: Ctx,
  work: RepairWork,
  { repairId, version }: Params<AllSpec> & Body<AllSpec>,
): Promise<Result<RepairReply, Refusal<AllSpec>>> {
  const done = await ctx.tx<object, Refusal<AllSpec>>(async (db) => {
    const row = await lockRepair(db, repairId)
    if (!row) throw new Problem('not-found')
    ctx.touch([], repairId)
    if (row.version !== version) return refuse({ reason: 'changed-meanwhile', version: row.version })
    if (row.status === 'closed') return refuse({ reason: 'taken-back' })
    await acceptOpen(db, repairId, ctx.now.toString(), ctx.actor.name)
    await touchRepair(db, repairId)
    await ctx.tell(db, repairChanged(repairId, row.site_id))
    return ok({})
  })
  return done.ok ? readRepair(ctx, work, repairId) : done
}
