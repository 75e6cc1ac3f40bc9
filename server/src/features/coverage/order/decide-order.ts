import type { coverageOrder, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import { holdRecord } from '../../patients/index.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { orderChanged } from './events.ts'
import { settle } from './pin.ts'
import { orderState } from './state.ts'
import { insertDecision, withdraw } from './store.ts'
import { todayAt } from '../practice-day.ts'

type Spec = typeof coverageOrder.decideCoverageOrder

/** A person who knows more than the rules decides who pays first; whoever decided before is not asked, and it can be undone. */
export async function decideCoverageOrder(
  ctx: Ctx,
  practices: PracticeBook,
  { params: { patientId }, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const decisionId = ctx.newId()
  ctx.touch(patientId, decisionId)
  ctx.because(body.reason)
  const today = await todayAt(ctx, practices)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    const { rules } = await orderState(db, patientId, { on: today })
    if (body.coverageIds.toSorted().join() !== rules.ids.toSorted().join())
      return refuse({ reason: 'other-policies', coverageIds: [...rules.ids] })
    const at = ctx.now.toString()
    const staffId = staffOf(ctx.actor)
    await withdraw(db, patientId, null, at)
    await insertDecision(db, {
      id: decisionId,
      patient_id: patientId,
      coverage_ids: body.coverageIds,
      reason: body.reason,
      decided_at: at,
      decided_by: staffId,
    })
    await settle(db, patientId, today, { at, staffId })
    await ctx.tell(db, orderChanged(patientId))
    return ok({ decisionId })
  })
}
