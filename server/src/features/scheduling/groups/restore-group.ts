import type { Params, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { runIn } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import { groupChanged, takenBy } from '../events.ts'
import { dateOf } from '../held.ts'
import { planAgain } from '../plan-again.ts'
import { conflictOf } from '../taken.ts'
import { insertAllocations } from '../time/store.ts'
import { lockAnyGroup, selectGroupTimes, setRestored } from './store.ts'

type Spec = typeof scheduling.restoreGroup

/**
 * Takes back that a group was removed: the same group, with the people and places it had, where they are free by now and
 * the rules still allow it. What was overridden when it was opened stays so; closed stays closed.
 */
export async function restoreGroup(
  ctx: Ctx,
  practice: Practice,
  { groupSessionId }: Params<Spec>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.touch([], groupSessionId)
  try {
    return await ctx.tx<Reply<Spec>, Refusal<Spec>>(async (db) => {
      const group = await lockAnyGroup(db, groupSessionId)
      if (!group) throw new Problem('not-found')
      if (group.removed_at === null) return refuse({ reason: 'not-removed' })
      const rows = await selectGroupTimes(db, group.id)
      const plan = await planAgain(ctx, db, practice, group, rows)
      if (!plan.ok && plan.error.why === 'opening-taken') return refuse({ reason: 'opening-taken' })
      if (!plan.ok) return refuse({ reason: 'no-longer-possible', ...plan.error })
      const version = await setRestored(db, group.id)
      await runIn(
        db,
        insertAllocations(db, plan.value, { groupSessionId: group.id }, () => ctx.newId()),
      )
      const where = { id: group.id, siteId: group.site_id, date: dateOf(practice, group) }
      await ctx.tell(db, groupChanged(where, takenBy(plan.value)))
      return ok({ id: group.id, version })
    })
  } catch (error) {
    if (conflictOf(error) === null) throw error
    return refuse({ reason: 'opening-taken' })
  }
}
