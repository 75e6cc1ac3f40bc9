import type { Body, payers, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { directoryChanged } from './events.ts'
import { lockPayer, savePlan, selectPlans } from './store.ts'

type PlanBody = Body<typeof payers.addPlan>
type Saved = Result<Reply<typeof payers.addPlan>, Refusal<typeof payers.addPlan>>

async function save(ctx: Ctx, payerId: string, id: string, body: PlanBody, isNew: boolean): Promise<Saved> {
  ctx.touch([], id)
  return ctx.tx(async (db): Promise<Saved> => {
    if (!(await lockPayer(db, payerId))) throw new Problem('not-found')
    const plans = await selectPlans(db, payerId)
    if (!isNew && plans.every((plan) => plan.id !== id)) throw new Problem('not-found')
    if (plans.some((plan) => plan.id !== id && plan.name.toLowerCase() === body.name.toLowerCase()))
      return refuse({ reason: 'plan-known' })
    const plan = { id, payerId, ...body }
    await savePlan(db, plan)
    await ctx.tell(db, directoryChanged(payerId))
    return ok(plan)
  })
}

export function addPlan(ctx: Ctx, payerId: string, body: PlanBody): Promise<Saved> {
  return save(ctx, payerId, ctx.newId(), body, true)
}

export function changePlan(ctx: Ctx, payerId: string, planId: string, body: PlanBody): Promise<Saved> {
  return save(ctx, payerId, planId, body, false)
}
