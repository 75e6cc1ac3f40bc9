import type { Params, Reply, scheduling } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import { holdChanged } from './events.ts'
import { dateOf } from './hold.ts'
import { deleteHold, holderOf } from './time/store.ts'

type Spec = typeof scheduling.releaseHold

/** Lets the caller's own hold go; another's is as good as none. */
export function releaseHold(
  ctx: Ctx,
  practice: Practice,
  { holdId }: Params<Spec>,
): Promise<Result<Reply<Spec>, never>> {
  return ctx.tx(async (db) => {
    const gone = await deleteHold(db, holdId, holderOf(ctx.actor)).executeTakeFirst()
    if (!gone) throw new Problem('not-found')
    await ctx.tell(db, holdChanged({ id: holdId, siteId: gone.site_id, date: dateOf(practice, gone) }))
    return ok({})
  })
}
