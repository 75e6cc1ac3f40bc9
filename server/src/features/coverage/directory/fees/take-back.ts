import type { payers, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import { directoryChanged } from '../events.ts'
import { deleteSchedule, lockVersions, selectSchedule, updatePeriodEnd } from './store.ts'

type Spec = typeof payers.takeFeesBack

/** The version before goes on as if it had never been followed. */
export async function takeFeesBack(ctx: Ctx, id: string): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.touch([], id)
  return ctx.tx<Reply<Spec>, Refusal<Spec>>(async (db) => {
    const schedule = await selectSchedule(db, id)
    if (!schedule) throw new Problem('not-found')
    const [newest, before] = await lockVersions(db, schedule)
    if (newest?.id !== id) return refuse({ reason: 'not-the-newest' })
    await deleteSchedule(db, id)
    if (before) await updatePeriodEnd(db, before.id, null)
    await ctx.tell(db, directoryChanged(id))
    return ok({})
  })
}
