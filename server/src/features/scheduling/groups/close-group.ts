import type { Body, Params, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { TakenRange } from '../../../platform/events/event.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import { groupChanged } from '../events.ts'
import { dateOf } from '../held.ts'
import { msOf } from '../instants.ts'
import { deleteGroup, lockGroup, selectGroupTimes, selectSeats, setClosed } from './store.ts'

type Close = typeof scheduling.closeGroup
type Remove = typeof scheduling.removeGroup

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

export function removeGroup(
  ctx: Ctx,
  practice: Practice,
  { groupSessionId }: Params<Remove>,
): Promise<Result<object, Refusal<Remove>>> {
  ctx.touch([], groupSessionId)
  return ctx.tx<object, Refusal<Remove>>(async (db) => {
    const group = await lockGroup(db, groupSessionId)
    if (!group) throw new Problem('not-found')
    const seats = await selectSeats(db, group.id)
    if (seats.length > 0) return refuse({ reason: 'seats-booked', count: seats.length })
    const times = await selectGroupTimes(db, group.id)
    const taken = times.map(({ resource_id, from, until }): TakenRange => [resource_id, msOf(from), msOf(until)])
    await deleteGroup(db, group.id)
    await ctx.tell(db, groupChanged({ id: group.id, siteId: group.site_id, date: dateOf(practice, group) }, taken))
    return ok({})
  })
}
