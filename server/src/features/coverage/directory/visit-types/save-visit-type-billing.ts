import { payers, type Refusal, type Reply } from '@foyer/contract'
import { isServiceType } from '@foyer/coverage'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import type { Input } from '../../../../platform/http/route.ts'
import { directoryChanged } from '../events.ts'
import { lockVisitType, saveVisitTypeBilling as save } from './store.ts'

type Spec = typeof payers.saveVisitTypeBilling

export async function saveVisitTypeBilling(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { visitTypeId } = params
  ctx.touch([], visitTypeId)
  return ctx.tx<Reply<Spec>, Refusal<Spec>>(async (db) => {
    if (!(await lockVisitType(db, visitTypeId))) throw new Problem('not-found')
    const unknown = body.serviceTypes.find((code) => !isServiceType(code))
    if (unknown !== undefined) return refuse({ reason: 'service-type-unknown', code: unknown })
    const billing = { visitTypeId, ...body, serviceTypes: [...new Set(body.serviceTypes)] }
    await save(db, billing)
    await ctx.tell(db, directoryChanged(visitTypeId))
    return ok(billing)
  })
}
