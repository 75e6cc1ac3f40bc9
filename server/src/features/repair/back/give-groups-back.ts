import type { Ctx } from '../../../platform/context.ts'
import type { Practice } from '../../practice/index.ts'
import { type Assigned, msOf, reassignGroup } from '../../scheduling/index.ts'
import { repairChanged } from '../events.ts'
import { type GivenRow, markGiven, selectGiven } from '../groups/given-store.ts'
import { obstacleOf } from '../obstacle.ts'
import { type RepairRow, touchRepair } from '../store.ts'
import type { StaysBecause } from './store.ts'

/**
 * Groups that the repair gave to others go back to whoever had them, with everybody who has a seat, also who took one
 * since. One that somebody moved or gave on since stays: they meant something by it. Each that stays says why.
 *
 * @returns those whose people or place are taken, which may be free once others have gone back
 */
export async function giveGroupsBack(ctx: Ctx, practice: Practice, row: RepairRow): Promise<number> {
  const asked = (await selectGiven(ctx.db, row.id)).filter(({ back_at }) => back_at === null)
  let taken = 0
  for (const group of asked) {
    const because = await giveBack(ctx, practice, row, group)
    if (because === null) continue
    taken += Number(because === 'place-taken')
    await markGiven(ctx.db, row.id, group.id, { staysBecause: because })
  }
  return taken
}

async function giveBack(ctx: Ctx, practice: Practice, row: RepairRow, group: GivenRow): Promise<StaysBecause | null> {
  if (msOf(group.starts_at) <= ctx.now.epochMilliseconds) return 'time-past'
  if (group.removed_at !== null || keyOf(group.now) !== keyOf(group.given)) return 'visit-changed'
  const wish = {
    groupSessionId: group.id,
    assignments: group.before,
    version: group.version,
    rulesBefore: group.rules_before,
  }
  const done = await reassignGroup(ctx.step(group.id, 'group.reassign'), practice, wish, async (db) => {
    await markGiven(db, row.id, group.id, { backAt: ctx.now.toString() })
    await touchRepair(db, row.id)
    await ctx.tell(db, repairChanged(row.id, row.site_id))
  })
  if (done.ok) return null
  const because = obstacleOf(done.error.reason)
  return because === 'place-taken' || because === 'visit-changed' ? because : 'rule'
}

function keyOf(assignments: readonly Assigned[]): string {
  return assignments
    .map(({ role, resourceId }) => `${role} ${resourceId}`)
    .toSorted()
    .join()
}
