import type { peopleExport, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { staffOf } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Input } from '../../platform/http/route.ts'
import { accessRequested } from './events.ts'
import { presentRequest } from './present.ts'
import { lockRequest, setGiven } from './store.ts'

type Spec = typeof peopleExport.giveCopy

/**
 * Access is provided when the copy reaches whoever asked for it (45 CFR 164.524(c)(1), (c)(2)), not when the file is made:
 * only somebody's word that it was handed over or sent ends the duty of (b)(2).
 */
export async function giveCopy(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId, requestId } = params
  ctx.touch(patientId, requestId)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const row = await lockRequest(db, patientId, requestId)
    if (!row) throw new Problem('not-found')
    if (row.given_at !== null) return refuse({ reason: 'given-before', at: row.given_at })
    const given = { at: ctx.now.toString(), by: staffOf(ctx.actor), delivered: body.delivered }
    await setGiven(db, requestId, given)
    await ctx.tell(db, accessRequested(requestId, patientId))
    return ok(presentRequest({ ...row, given_at: given.at, delivered: given.delivered }))
  })
}
