import type { Params, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { TakenRange } from '../../../platform/events/event.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import { groupChanged } from '../events.ts'
import { dateOf } from '../held.ts'
import { msOf } from '../instants.ts'
import { lockGroup, selectGroupTimes, selectSeats, setRemoved } from './store.ts'

type Spec = typeof scheduling.removeGroup

/** Gives the time of a group back in which nobody has a seat. What it was stays known, so that it can be taken back. */
export function removeGroup(
  ctx: Ctx,
  practice: Practice,
  { groupSessionId }: Params<Spec>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.touch([], groupSessionId)
  return ctx.tx<Reply<Spec>, Refusal<Spec>>(async (db) => {
    const group = await lockGroup(db, groupSessionId)
    if (!group) throw new Problem('not-found')
    const seats = await selectSeats(db, group.id)
    if (seats.length > 0) return refuse({ reason: 'seats-booked', count: seats.length })
    const times = await selectGroupTimes(db, group.id)
    const given = times.flatMap(({ resource_id, from, until }): TakenRange[] =>
      from === null || until === null ? [] : [[resource_id, msOf(from), msOf(until)]],
    )
    await setRemoved(db, group.id, ctx.now.toString())
    await ctx.tell(db, groupChanged({ id: group.id, siteId: group.site_id, date: dateOf(practice, group) }, given))
    return ok({})
  })
}
