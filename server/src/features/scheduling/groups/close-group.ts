import type { Body, Params, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import { groupChanged } from '../events.ts'
import { dateOf } from '../held.ts'
import { lockGroup, setClosed } from './store.ts'

type Close = typeof scheduling.closeGroup

export function closeGroup(
  ctx: Ctx,
  practice: Practice,
  { groupSessionId, closed, version }: Params<Close> & Body<Close>,
): Promise<Result<Reply<Close>, Refusal<Close>>> {
  ctx.touch([], groupSessionId)
  return ctx.tx<Reply<Close>, Refusal<Close>>(async (db) => {
    const group = await lockGroup(db, groupSessionId)
    if (!group) throw new Problem('not-found')
    if (group.version !== version) return refuse({ reason: 'changed-meanwhile', version: group.version })
    const next = await setClosed(db, group.id, closed)
    await ctx.tell(db, groupChanged({ id: group.id, siteId: group.site_id, date: dateOf(practice, group) }, []))
    return ok({ id: group.id, closed, version: next })
  })
}
