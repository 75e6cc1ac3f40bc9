import type { Reply, restricted } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { patientChanged, patientRestricted } from '../events.ts'
import { recordChanges } from '../history/record-change.ts'
import { lockRestriction, setRestriction } from './store.ts'

type Spec = typeof restricted.restrictPatient

/** Who asks that few may see their record, and whoever is known to those who work here, is kept from the curious. */
export async function restrictPatient(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, never>> {
  const { patientId } = params
  const { restriction, reason } = body
  ctx.touch(patientId)
  ctx.because(reason)
  return ctx.tx(async (db) => {
    const before = await lockRestriction(db, patientId)
    if (!before) throw new Problem('not-found')
    await setRestriction(db, patientId, restriction)
    await recordChanges(ctx, db, patientId, { restriction: before.restriction }, { restriction })
    await ctx.tell(db, patientChanged(patientId))
    await ctx.tell(db, patientRestricted(patientId))
    return ok({ restriction })
  })
}
