import type { Reply, repair } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import {
  type GroupTime,
  groupTimes,
  type Interval,
  isSameChoice,
  leadRole,
  type RepairPlace,
  type RoleName,
} from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import { instantOfMs, msOf, rehearseGroup, siteRule } from '../../scheduling/index.ts'
import { type Closed, datesOf, loadWorldOf, placesOn } from '../affected/find-places.ts'
import { isAgainst, type Obstacle } from '../obstacle.ts'
import { placeOfStored } from '../place.ts'
import { type RepairRow, selectItems, selectRepair } from '../store.ts'
import { selectGroups, selectSeats } from './store.ts'

type Spec = typeof repair.findRepairGroupPlaces
export type GroupPlace = Reply<Spec>['places'][number]
type WaitingGroup = Awaited<ReturnType<typeof selectGroups>>[number]

/** As many as somebody reads before they press. */
const mostPlaces = 3
/** Places against which something may stand: of one day, before the next is looked at, and in all. The search knows time only. */
const [mostOfDay, mostInAll] = [12, 60] as const

/** Other times at which a group that waits could be held with everybody in it. */
export async function findRepairGroupPlaces(
  ctx: Ctx,
  practice: Practice,
  { repairId, groupSessionId }: { readonly repairId: string; readonly groupSessionId: string },
): Promise<Result<Reply<Spec>, never>> {
  const row = await selectRepair(ctx.db, repairId)
  if (!row) throw new Problem('not-found')
  const group = (await selectGroups(ctx.db, row)).find(({ id }) => id === groupSessionId)
  if (!group) return ok({ version: null, places: [] })
  return ok({ version: group.version, places: await groupPlaces(ctx, practice, row, group) })
}

/**
 * The least moved first, each rehearsed: the group was moved there by the very rules of a move by hand, and that was taken
 * back. Where the plan puts visits, and what is missing, is not used.
 */
export async function groupPlaces(
  ctx: Ctx,
  practice: Practice,
  row: RepairRow,
  group: WaitingGroup,
): Promise<GroupPlace[]> {
  const zone = practice.sites.get(group.site_id)?.timeZone
  const rule = siteRule(practice, group.visit_type_id, group.site_id)
  if (!rule || zone === undefined) return []
  const before = placeNow(group)
  const seats = await selectSeats(ctx.db, [group.id])
  const patientIds = seats.map(({ id }) => id)
  const pending = await pendingOf(ctx, row)
  const closed: Closed[] = [...missingTimes(row), ...pending.flatMap(({ place }) => place.assignments)]
  const searched = {
    rules: [rule],
    starts: [before.start],
    appointmentIds: seats.map(({ appointment_id }) => appointment_id),
    groupId: group.id,
    patientIds,
  }
  const world = await loadWorldOf(ctx, practice, searched, closed, msOf(row.until))
  const busy: Interval[] = [
    ...[...world.patientBusy.values()].flat(),
    ...pending.filter(({ patientId }) => patientIds.includes(patientId)).map(({ place }) => place),
  ]
  const wish = { rule, zone, before, busy }
  const at = { zone, now: ctx.now.epochMilliseconds, lead: leadRole(rule)?.name ?? 'clinician' }
  const found: GroupTime[] = []
  let left = mostInAll
  for (const date of datesOf(wish, world)) {
    const times = groupTimes(before, await placesOn(ctx, date, wish, world), at)
    const most = { possible: mostPlaces - found.length, obstacles: Math.min(mostOfDay, left) }
    const day = await firstPossible(ctx, practice, group.id, times, at, most)
    found.push(...day.possible)
    left -= day.obstacles.length
    if (found.length === mostPlaces || left <= 0) break
  }
  return found.map((time) => present(practice, time))
}

interface Rehearsed {
  readonly possible: GroupTime[]
  readonly obstacles: Obstacle[]
}

/** Of one day. Nobody gains by a second time beside the first, and where a cap is full no other time is tried. */
async function firstPossible(
  ctx: Ctx,
  practice: Practice,
  groupId: string,
  times: readonly GroupTime[],
  { zone, lead }: { readonly zone: string; readonly lead: RoleName },
  most: { readonly possible: number; readonly obstacles: number },
): Promise<Rehearsed> {
  const none: Rehearsed = { possible: [], obstacles: [] }
  if (times.length === 0) return none
  const rehearsed = await rehearseGroup(ctx, practice, groupId, async (tryTime): Promise<Rehearsed> => {
    const { possible, obstacles }: Rehearsed = { possible: [], obstacles: [] }
    for (const time of times) {
      if (possible.length === most.possible || obstacles.length === most.obstacles) break
      if (possible.some((other) => isSameChoice(time, other, lead))) continue
      if (obstacles.some((obstacle) => isAgainst(obstacle, time))) continue
      const assignments = time.assignments.map(({ role, resourceId }) => ({ role, resourceId }))
      const obstacle = await tryTime({ start: instantOfMs(time.start), assignments })
      if (obstacle) obstacles.push({ ...obstacle, place: time, zone })
      else possible.push(time)
    }
    return { possible, obstacles }
  })
  return rehearsed ?? none
}

/** Time of what is missing; new hours say by themselves when somebody is not there. */
export function missingTimes({ closes, resource_ids, from, until }: RepairRow): readonly Closed[] {
  return closes ? resource_ids.map((resourceId) => ({ resourceId, start: msOf(from), end: msOf(until) })) : []
}

/** Places that visits of the plan are to have, whether somebody has decided or not: what is proposed stays possible. */
async function pendingOf(ctx: Ctx, { id }: RepairRow) {
  return (await selectItems(ctx.db, id)).flatMap(({ id: patientId, proposal, applied_at, decision }) =>
    proposal !== null && applied_at === null && decision !== 'kept' && decision !== 'cancelled'
      ? [{ patientId, place: placeOfStored(proposal) }]
      : [],
  )
}

function placeNow({ starts_at, ends_at, assignments }: WaitingGroup): RepairPlace {
  const time = { start: msOf(starts_at), end: msOf(ends_at) }
  return { ...time, assignments: assignments.map((each) => ({ ...each, ...time })) }
}

function present(practice: Practice, { start, end, assignments, why, cost }: GroupTime): GroupPlace {
  return {
    start: instantOfMs(start),
    end: instantOfMs(end),
    assignments: assignments.map(({ role, resourceId }) => ({
      role,
      resourceId,
      name: practice.resources.get(resourceId)?.name ?? '',
    })),
    why: why.map((reason) => ({ ...reason })),
    cost,
  }
}
