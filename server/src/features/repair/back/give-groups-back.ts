import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { type Assigned, moveGroup, msOf, reassignGroup } from '../../scheduling/index.ts'
import { repairChanged } from '../events.ts'
import { type GivenRow, markGiven, selectGiven } from '../groups/given-store.ts'
import { selectToldIds } from '../groups/seat-store.ts'
import { tellSeats } from '../groups/tell-seats.ts'
import { obstacleOf } from '../obstacle.ts'
import type { RepairWork } from '../read-repair.ts'
import { type RepairRow, touchRepair } from '../store.ts'
import type { StaysBecause } from './store.ts'

/** A leg beside a seat is not where it was. */
class WouldTearChain extends Error {}

/**
 * Groups that the repair gave to others, or to another time, go back to whoever had them and when, with everybody who has a
 * seat, also who took one since, or stay whole. One that somebody moved or gave on since stays: they meant something by it.
 * Each that stays says why.
 *
 * @returns those whose people or place are taken, which may be free once others have gone back
 */
export async function giveGroupsBack(ctx: Ctx, work: RepairWork, row: RepairRow): Promise<number> {
  const asked = (await selectGiven(ctx.db, row.id)).filter(({ back_at }) => back_at === null)
  let taken = 0
  for (const group of asked) {
    const because = await giveBack(ctx, work, row, group)
    if (because === null) continue
    taken += Number(because === 'place-taken' || because === 'patient-busy')
    await markGiven(ctx.db, row.id, group.id, { staysBecause: because })
  }
  return taken
}

async function giveBack(ctx: Ctx, work: RepairWork, row: RepairRow, group: GivenRow): Promise<StaysBecause | null> {
  const soonest = Math.min(msOf(group.starts_at), msOf(group.beforeStart))
  if (soonest <= ctx.now.epochMilliseconds) return 'time-past'
  const isWhereItWasPut = group.starts_at === group.givenStart && keyOf(group.now) === keyOf(group.given)
  if (group.removed_at !== null || !isWhereItWasPut) return 'visit-changed'
  const save = async (db: Db): Promise<void> => {
    await markGiven(db, row.id, group.id, { backAt: ctx.now.toString() })
    await touchRepair(db, row.id)
    await ctx.tell(db, repairChanged(row.id, row.site_id))
  }
  const { before: assignments, version, rules_before: rulesBefore } = group
  const wish = { groupSessionId: group.id, assignments: [...assignments], version }
  if (group.starts_at === group.beforeStart) {
    const step = ctx.step(group.id, 'group.reassign')
    const done = await reassignGroup(step, work.practice, { ...wish, rulesBefore }, save)
    return done.ok ? null : obstacleOf(done.error.reason)
  }
  return moveBack(ctx, work, row, { ...wish, start: group.beforeStart, reason: row.reason }, { rulesBefore, save })
}

type Wish = Parameters<typeof moveGroup>[2]

/** Everybody in it is told, whoever took a seat since that it is at another time. */
async function moveBack(
  ctx: Ctx,
  work: RepairWork,
  { id: repairId }: RepairRow,
  wish: Wish,
  back: { readonly rulesBefore: GivenRow['rules_before']; readonly save: (db: Db) => Promise<void> },
): Promise<StaysBecause | null> {
  const told = await selectToldIds(ctx.db, repairId)
  try {
    const done = await moveGroup(ctx.step(wish.groupSessionId, 'group.move'), work.practice, wish, {
      repairId,
      newsOf: (appointmentId) => (told.has(appointmentId) ? 'back' : 'movedByUs'),
      rulesBefore: back.rulesBefore,
      save: async (db, { seats, broken }) => {
        if (broken.length > 0) throw new WouldTearChain()
        await tellSeats(ctx, db, work, repairId, seats)
        await back.save(db)
      },
    })
    return done.ok ? null : obstacleOf(done.error.reason)
  } catch (error) {
    if (!(error instanceof WouldTearChain)) throw error
    return 'chain-gap'
  }
}

function keyOf(assignments: readonly Assigned[]): string {
  return assignments
    .map(({ role, resourceId }) => `${role} ${resourceId}`)
    .toSorted()
    .join()
}
