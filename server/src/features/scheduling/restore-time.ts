import type { Assignment } from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import { laneCount, type Practice } from '../practice/index.ts'
import { type TakenRow, selectTaken } from './booking/facts/store.ts'
import { appointmentRestored, takenBy, timeChanged } from './events.ts'
import { freeSeat, lockGroup, setSeat } from './groups/store.ts'
import { dateOf } from './held.ts'
import { msOf } from './instants.ts'
import { lockAppointment, type LockedAppointment, updateRestored } from './store.ts'
import { TimeTaken } from './taken.ts'
import {
  deleteAllocations,
  holderOf,
  insertAllocations,
  queueFor,
  run,
  selectAllocations,
  sweepHolds,
} from './time/store.ts'
import { visitTimes } from './visit-times.ts'

/**
 * Gives a cancelled or missed visit the time back that it had, within the transaction of whoever undoes it; status and
 * history are theirs to write. In its old lane, or in another that is free; a visit of a group gets its seat or another.
 * Throws when the time is taken (`conflictOf` says so), which ends the transaction.
 */
export async function restoreTime(ctx: Ctx, db: Db, practice: Practice, appointmentId: string): Promise<void> {
  const visit = await lockAppointment(db, appointmentId)
  if (!visit) throw new Problem('not-found')
  if (visit.group_session_id !== null) await takeSeat(db, visit, visit.group_session_id)
  const rows = await selectAllocations(db, [appointmentId])
  // Its group is gone, and with it everybody who would be there.
  const isSeat = (practice.visitTypes.get(visit.visit_type_id)?.rule.seats ?? 1) > 1
  if (isSeat && visit.group_session_id === null && rows.length === 0) throw new TimeTaken()
  const wanted = visitTimes(practice, visit, rows)
  await run(db, queueFor(db, wanted))
  if (wanted.length > 0) await run(db, sweepHolds(db, wanted, ctx.now.toString(), holderOf(ctx.actor)))
  const assignments = await inFreeLanes(ctx, db, practice, visit.id, wanted)
  const plan = { start: msOf(visit.starts_at), end: msOf(visit.ends_at), assignments }
  await deleteAllocations(db, appointmentId)
  if (assignments.length > 0)
    await run(
      db,
      insertAllocations(db, plan, { appointmentId }, () => ctx.newId()),
    )
  const restored = { id: visit.id, patientId: visit.patient_id, siteId: visit.site_id, date: dateOf(practice, visit) }
  if (visit.status === 'no-show') return ctx.tell(db, timeChanged(restored, takenBy(plan)))
  await updateRestored(db, appointmentId)
  await ctx.tell(db, appointmentRestored(restored, takenBy(plan)))
}

async function takeSeat(db: Db, visit: LockedAppointment, groupId: string): Promise<void> {
  const group = await lockGroup(db, groupId)
  const seat = group && (await freeSeat(db, group, visit.seat))
  if (!group || group.closed || seat === null) throw new TimeTaken()
  if (seat !== visit.seat) await setSeat(db, visit.id, seat)
}

async function inFreeLanes(
  ctx: Ctx,
  db: Db,
  practice: Practice,
  appointmentId: string,
  wanted: readonly Assignment[],
): Promise<Assignment[]> {
  if (wanted.length === 0) return []
  const range = {
    start: Math.min(...wanted.map(({ start }) => start)),
    end: Math.max(...wanted.map(({ end }) => end)),
  }
  const ids = wanted.map(({ resourceId }) => resourceId)
  const without = { now: ctx.now.toString(), holdIds: [], holder: holderOf(ctx.actor), appointmentId }
  const taken = await selectTaken(db, ids, range, without)
  return wanted.map((one) => ({ ...one, lane: freeLane(practice, one, taken) }))
}

function freeLane(practice: Practice, wanted: Assignment, taken: readonly TakenRow[]): number {
  const there = taken.filter(
    (row) => row.resource_id === wanted.resourceId && msOf(row.from) < wanted.end && wanted.start < msOf(row.until),
  )
  const used = new Set(there.map(({ lane }) => lane))
  const before = wanted.lane ?? 0
  if (!used.has(before)) return before
  const resource = practice.resources.get(wanted.resourceId)
  const lanes = Array.from({ length: resource ? laneCount(resource) : 1 }, (_, lane) => lane)
  const free = lanes.slice(0, resource?.lanes ?? 1).find((lane) => !used.has(lane))
  if (free === undefined) throw new TimeTaken()
  return free
}
