import type { Refusal, relatives, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { checkOpen, holdRecord, patientChanged } from '../../patients/index.ts'
import { insertDecision, lastDecision } from './store.ts'
import { isRecord } from '../store.ts'

type Spec = typeof relatives.decideHousehold

/** Both records show it; neither's history tells of the other, since each is copied out to whoever has a right to it. */
export async function decideHousehold(
  ctx: Ctx,
  { params: { patientId }, body: { memberId, belongs } }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.touch([patientId, memberId])
  if (memberId === patientId) return refuse({ reason: 'same-person' })
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    await holdRecord(db, patientId, memberId)
    if (!(await isRecord(db, patientId)) || !(await isRecord(db, memberId))) throw new Problem('not-found')
    await checkOpen(ctx, db, memberId)
    const before = await lastDecision(db, patientId, memberId)
    await insertDecision(db, {
      id: ctx.newId(),
      patient_id: patientId,
      other_id: memberId,
      belongs,
      decided_at: ctx.now.toString(),
      decided_by: ctx.actor.staffId,
    })
    for (const id of [patientId, memberId]) await ctx.tell(db, patientChanged(id))
    return ok({ before })
  })
}
