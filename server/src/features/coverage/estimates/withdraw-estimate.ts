import type { estimates, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { estimateChanged } from './events.ts'
import { presentEstimate } from './present.ts'
import { findEstimate, lockEstimate, updateEstimate } from './store.ts'

type Spec = typeof estimates.withdrawEstimate

/** What was told is never taken off the record; it only counts no more. */
export async function withdrawEstimate(
  ctx: Ctx,
  practices: PracticeBook,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId, estimateId } = params
  ctx.touch(patientId, estimateId)
  ctx.because(body.reason)
  const practice = await practices.read(ctx.organization)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const row = await lockEstimate(db, patientId, estimateId)
    if (!row) throw new Problem('not-found')
    if (row.state === 'withdrawn') return refuse({ reason: 'already-withdrawn' })
    await updateEstimate(db, estimateId, { state: 'withdrawn', withdrawn_reason: body.reason })
    await ctx.tell(db, estimateChanged(estimateId, patientId))
    const after = await findEstimate(db, patientId, estimateId)
    if (!after) throw new Error('the estimate is gone')
    return ok(presentEstimate(after, practice, ctx.now))
  })
}
