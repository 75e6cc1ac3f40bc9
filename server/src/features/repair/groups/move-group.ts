import type { Body, Params, Refusal, repair } from '@foyer/contract'
import { refuse, type Result } from '@foyer/kernel'
import { overlaps } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { moveGroup, msOf } from '../../scheduling/index.ts'
import type { RepairReply } from '../present.ts'
import { readRepair, type RepairWork } from '../read-repair.ts'
import { lockRepair, type RepairRow, selectRepair } from '../store.ts'
import { type GroupPlace, groupPlaces, missingTimes } from './group-places.ts'
import { noteGiven } from './note-given.ts'
import { selectGroups } from './store.ts'
import { tellSeats } from './tell-seats.ts'

type Spec = typeof repair.moveRepairGroup
type Input = Params<Spec> & Body<Spec>
type Waiting = Awaited<ReturnType<typeof selectGroups>>[number]

/** Somebody took the repair back a moment before. */
class TakenBack extends Error {}

/** A leg beside a seat is no longer where it was. */
class WouldTearChain extends Error {}

/**
 * A group is held at another time, with everybody who has a seat or not at all; each is written to and asked whether the
 * new time will do. What it gave back of the missing time is closed in the same step.
 */
export async function moveRepairGroup(
  ctx: Ctx,
  work: RepairWork,
  input: Input,
): Promise<Result<RepairReply, Refusal<Spec>>> {
  const { repairId, groupSessionId, start, assignments, version } = input
  const row = await selectRepair(ctx.db, repairId)
  if (!row) throw new Problem('not-found')
  if ((await ctx.recall()) !== undefined) return readRepair(ctx, work, repairId)
  if (row.status === 'closed') return refuse({ reason: 'taken-back' })
  const group = (await selectGroups(ctx.db, row)).find(({ id }) => id === groupSessionId)
  if (!group) throw new Problem('not-found')
  const lost = lostTo(ctx, work, row, group)
  const isItsOwnTime = msOf(start) === msOf(group.starts_at)
  if (isItsOwnTime || needsMissing(row, group, input))
    return refuse({ reason: 'no-longer-possible', ...(await lost()) })
  try {
    const wish = { groupSessionId, start, assignments, version, reason: row.reason }
    const moved = await moveGroup(ctx, work.practice, wish, {
      repairId,
      newsOf: () => 'movedByUs',
      save: async (db, { before, seats, broken }) => {
        if (broken.length > 0) throw new WouldTearChain()
        if ((await lockRepair(db, repairId))?.status === 'closed') throw new TakenBack()
        await tellSeats(ctx, db, work, repairId, seats)
        await noteGiven(ctx, db, work.practice, row, { groupId: group.id, start, given: assignments, before })
      },
    })
    if (moved.ok) return readRepair(ctx, work, repairId)
    const { error } = moved
    switch (error.reason) {
      case 'changed-meanwhile':
      case 'people-arrived':
        return refuse(error)
      case 'people-busy':
        return refuse({ ...error, ...(await lost()) })
      case 'opening-taken':
        return refuse({ reason: 'opening-taken', ...(await lost()) })
      default:
        return refuse({ reason: 'no-longer-possible', ...(await lost()) })
    }
  } catch (error) {
    if (error instanceof TakenBack) return refuse({ reason: 'taken-back' })
    if (!(error instanceof WouldTearChain)) throw error
    return refuse({ reason: 'no-longer-possible', ...(await lost()) })
  }
}

/** The next best, for whoever did not get the place they chose. */
function lostTo(ctx: Ctx, { practice }: RepairWork, row: RepairRow, group: Waiting) {
  return async (): Promise<{ readonly next: GroupPlace[] }> => ({
    next: await groupPlaces(ctx, practice, row, group),
  })
}

/** Before the time is closed nothing else says that whoever is missing is not there. */
function needsMissing(row: RepairRow, group: Waiting, { start, assignments }: Input): boolean {
  const time = { start: msOf(start), end: msOf(start) + msOf(group.ends_at) - msOf(group.starts_at) }
  return missingTimes(row).some(
    (missing) => overlaps(missing, time) && assignments.some(({ resourceId }) => resourceId === missing.resourceId),
  )
}
