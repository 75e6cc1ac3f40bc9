import type { coverageOrder, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import { holdRecord } from '../../patients/index.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { orderChanged } from './events.ts'
import { settle } from './pin.ts'
import { withdraw } from './store.ts'
import { todayAt } from '../practice-day.ts'

type Spec = typeof coverageOrder.withdrawCoverageOrder

export async function withdrawCoverageOrder(
  ctx: Ctx,
  practices: PracticeBook,
  { params: { patientId, decisionId } }: Pick<Input<Spec>, 'params'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.touch(patientId, decisionId)
  const today = await todayAt(ctx, practices)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    const at = ctx.now.toString()
    if ((await withdraw(db, patientId, decisionId, at)) === 0) return refuse({ reason: 'nothing-to-withdraw' })
    await settle(db, patientId, today, { at, staffId: staffOf(ctx.actor) })
    await ctx.tell(db, orderChanged(patientId))
    return ok({})
  })
}
