import type { planRestrictions, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { holdRecord, patientChanged, recordChanges } from '../../patients/index.ts'
import { restrictionFields } from './history.ts'
import { selectRestrictions, setEnded } from './store.ts'

type Spec = typeof planRestrictions.endPlanRestriction

/** The patient took it back; what was noted stays with its dates. */
export async function endRestriction(
  ctx: Ctx,
  { params: { patientId, restrictionId } }: Pick<Input<Spec>, 'params'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.touch(patientId, restrictionId)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    if (!(await selectRestrictions(db, patientId)).some(({ id }) => id === restrictionId))
      throw new Problem('not-found')
    const before = await restrictionFields(db, patientId)
    if (!(await setEnded(db, restrictionId, ctx.now.toString(), ctx.actor.name)))
      return refuse({ reason: 'ended-already' })
    await recordChanges(ctx, db, patientId, before, await restrictionFields(db, patientId))
    await ctx.tell(db, patientChanged(patientId))
    return ok({})
  })
}
