import type { Refusal, Reply, restricted } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import type { Input } from '../../../../platform/http/route.ts'
import { glassReviewed } from '../../events.ts'
import { lockOpening, setReview, staffName } from './store.ts'

type Spec = typeof restricted.reviewBrokenGlass
type Finding = Refusal<Spec> extends infer R ? (R extends { finding: infer F } ? F : never) : never

/** Activity is looked at by somebody (45 CFR 164.308(a)(1)(ii)(D)), and nobody is the judge of what they did themselves. */
export async function reviewOpening(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { finding, remarks } = body
  ctx.because(remarks === null ? finding : `${finding}: ${remarks}`)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const opening = await lockOpening(db, params.openingId)
    if (!opening) throw new Problem('not-found')
    ctx.touch(opening.patient_id, opening.id)
    if (opening.staff_id === ctx.actor.staffId) return refuse({ reason: 'own-opening' })
    if (opening.reviewed_by !== null)
      return refuse({
        reason: 'reviewed-already',
        by: await staffName(db, opening.reviewed_by),
        // The column's check lists the same words.
        finding: opening.finding as Finding,
      })
    if (finding === 'not-in-order' && remarks === null) return refuse({ reason: 'remarks-missing' })
    const at = ctx.now.toString()
    await setReview(db, opening.id, { at, by: ctx.actor.staffId, finding, remarks })
    await ctx.tell(db, glassReviewed(opening.id, opening.patient_id))
    return ok({ at })
  })
}
