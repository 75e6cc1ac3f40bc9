import type { Params, Reply, scheduling } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { runIn } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import { holdChanged } from './events.ts'
import { dateOf, heldTimes } from './held.ts'
import { deleteHold, holderOf, selectHoldsOf } from './time/store.ts'

type Spec = typeof scheduling.releaseHold

/** Lets the caller's own hold go; another's is as good as none. */
export function releaseHold(
  ctx: Ctx,
  practice: Practice,
  { holdId }: Params<Spec>,
): Promise<Result<Reply<Spec>, never>> {
  return ctx.tx(async (db) => {
    const held = (await selectHoldsOf(db, holderOf(ctx.actor))).find(({ id }) => id === holdId)
    if (!held) throw new Problem('not-found')
    await runIn(db, deleteHold(db, holdId, holderOf(ctx.actor)))
    const event = holdChanged({ id: holdId, siteId: held.site_id, date: dateOf(practice, held) }, heldTimes(held))
    await ctx.tell(db, event)
    return ok({})
  })
}
