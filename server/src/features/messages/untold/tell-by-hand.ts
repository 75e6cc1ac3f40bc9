import type { messages, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { checkOpen } from '../../patients/index.ts'
import { messageSettled } from '../events.ts'
import { lockMessage, setToldAt } from './store.ts'

type Spec = typeof messages.tellByHand

/** Notes that somebody of the desk told what no message could, or takes that back. Who did stands in the trail. */
export async function tellByHand(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { messageId } = params
  return ctx.tx<Reply<Spec>, Refusal<Spec>>(async (db) => {
    const message = await lockMessage(db, messageId)
    if (!message) throw new Problem('not-found')
    ctx.touch(message.patient_id, messageId)
    await checkOpen(ctx, db, message.patient_id)
    if (message.state !== 'failed') return refuse({ reason: 'not-for-the-desk' })
    if ((message.told_at !== null) === body.told) return ok({})
    await setToldAt(db, messageId, body.told ? ctx.now.toString() : null)
    await ctx.tell(db, messageSettled('failed', messageId, message.patient_id))
    return ok({})
  })
}
