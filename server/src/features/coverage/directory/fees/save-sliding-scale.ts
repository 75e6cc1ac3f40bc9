import type { Body, payers, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../../platform/context.ts'
import { directoryChanged } from '../events.ts'
import { replaceSteps } from './store.ts'

type Spec = typeof payers.saveSlidingScale

export async function saveSlidingScale(ctx: Ctx, { steps }: Body<Spec>): Promise<Result<object, Refusal<Spec>>> {
  const ends = steps.map(({ upToPercent }) => upToPercent)
  const twice = ends.find((end, index) => ends.indexOf(end) !== index)
  if (twice !== undefined) return refuse({ reason: 'steps-overlap', upToPercent: twice })
  return ctx.tx<object, Refusal<Spec>>(async (db) => {
    await replaceSteps(db, steps, () => ctx.newId())
    await ctx.tell(db, directoryChanged(ctx.organization.id))
    return ok({})
  })
}
