import type { estimates, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { estimateChanged } from './events.ts'
import type { StoredSignature } from './signature.ts'
import { lockEstimate, updateEstimate } from './store.ts'

type Spec = typeof estimates.signEstimate

export function signatureOf(
  { name, signature }: Input<Spec>['body'],
  by: Pick<StoredSignature, 'isOnline' | 'recordedBy'>,
): StoredSignature {
  return { name, with: signature.with, path: signature.with === 'drawn' ? signature.path : null, ...by }
}

/** That it was received, not that anything is agreed to: an estimate is no contract (45 CFR 149.610(c)(1)(x)). */
export async function signEstimate(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId, estimateId } = params
  ctx.touch(patientId, estimateId)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const row = await lockEstimate(db, patientId, estimateId)
    if (!row) throw new Problem('not-found')
    if (row.state !== 'made' && row.state !== 'given') return refuse({ reason: 'not-made' })
    if (row.signed_at !== null) return refuse({ reason: 'already-signed' })
    const signedAt = ctx.now.toString()
    const signature = signatureOf(body, { isOnline: false, recordedBy: staffOf(ctx.actor) })
    await updateEstimate(db, estimateId, { signed_at: signedAt, signature: JSON.stringify(signature) })
    await ctx.tell(db, estimateChanged(estimateId, patientId))
    return ok({ signedAt })
  })
}
