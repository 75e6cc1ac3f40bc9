import type { Refusal, Reply, restricted } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { glassBroken } from '../events.ts'
import { insertOpening, lockRestriction } from './store.ts'

type Spec = typeof restricted.breakGlass

/**
 * As long as one thing at the desk takes with what hangs on it (a visit from check-in to payment, a call with what is
 * looked up after it), and so short that a record never stays open over a shift.
 */
export const OPEN_HOURS = 2

/** Opens at once: care must not wait for a permission (45 CFR 164.312(a)(2)(ii)). It is looked at afterwards. */
export async function breakGlass(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId } = params
  const { reason, remarks } = body
  ctx.touch(patientId)
  ctx.because(remarks === null ? reason : `${reason}: ${remarks}`)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const asked = await lockRestriction(db, patientId)
    if (!asked) throw new Problem('not-found')
    // Where it leads to another record, that one is what is opened.
    const survivor = asked.merged_into === null ? undefined : await lockRestriction(db, asked.merged_into)
    const record = [survivor, asked].find((one) => one !== undefined && one.restriction !== null)
    if (!record) return refuse({ reason: 'not-restricted' })
    if (reason === 'other' && remarks === null) return refuse({ reason: 'remarks-missing' })
    const id = ctx.newId()
    const until = ctx.now.add({ hours: OPEN_HOURS }).toString()
    await insertOpening(db, {
      id,
      patient_id: record.id,
      staff_id: ctx.actor.staffId,
      reason,
      remarks,
      opened_at: ctx.now.toString(),
      until,
    })
    await ctx.tell(db, glassBroken(id, record.id))
    return ok({ id, until })
  })
}
