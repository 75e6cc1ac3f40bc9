import type { Ctx } from '../../../platform/context.ts'
import type { Practice } from '../../practice/index.ts'
import { planHere } from '../booking/plan.ts'
import type { WantedTime } from '../place.ts'
import { type MoveObstacle, obstacleOf, taken } from '../rehearse-moves.ts'
import { rehearsed } from '../rehearsed.ts'
import { groupBooking, planGroupMove } from './plan-group-move.ts'
import { lockGroup, selectSeated, setEmpty } from './store.ts'

/** What stands against one time of the group; null where it could be moved there. */
export type TryTime = (wanted: WantedTime) => Promise<MoveObstacle | null>

/**
 * Asks of times, one after the other, whether the group could be moved there with everybody in it, by the very rules of a
 * move by hand, and without tearing a chain apart. Nothing is changed and nobody is waited for, so that somebody may still
 * be faster when it is done in earnest. Null where the group is not there or cannot move any more.
 */
export async function rehearseGroup<T>(
  ctx: Ctx,
  practice: Practice,
  groupSessionId: string,
  work: (tryTime: TryTime) => Promise<T>,
): Promise<T | null> {
  return rehearsed(ctx.db, async (db) => {
    const group = await lockGroup(db, groupSessionId)
    if (!group) return null
    const seats = await selectSeated(db, group.id)
    if (seats.some(({ status }) => status !== 'booked')) return null
    await setEmpty(db, group.id)
    return work(async (wanted) => {
      const plan = await planGroupMove(ctx, db, groupBooking(ctx, practice, group, wanted), seats, planHere)
      if (!plan.ok) return plan.error.reason === 'people-busy' ? taken : obstacleOf(plan.error)
      return isTorn(plan.value) ? taken : null
    })
  })
}

function isTorn({ gaps }: { readonly gaps: ReadonlyMap<string, readonly { readonly verdict: string }[]> }): boolean {
  return [...gaps.values()].flat().some(({ verdict }) => verdict === 'not-met')
}
