import { type RuleCode, ruleCodes } from '@foyer/scheduling'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { type Db, runIn } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import { appointmentRestored, takenBy, timeChanged } from './events.ts'
import { freeSeat, lockGroup, setSeat } from './groups/store.ts'
import { dateOf } from './held.ts'
import { msOf } from './instants.ts'
import { planAgain } from './plan-again.ts'
import { lockAppointment, type LockedAppointment, updateRestored } from './store.ts'
import { TimeTaken } from './taken.ts'
import { deleteAllocations, insertAllocations, selectAllocations } from './time/store.ts'
import type { Why } from './several/book-part.ts'

/**
 * Gives a cancelled or missed visit the time back that it had, within the transaction of whoever undoes it; status and
 * history are theirs to write. The rules say whether it may be, as of a new booking: lanes, capacity, caps, the patient.
 * What somebody overrode when it was made stays overridden, a visit whose time has come is no booking in the past, and it
 * asks for nobody who took no part before. A visit that was missed was never off the day: only what others may have taken
 * since can be in its way. A visit of a group gets its seat or another. Throws when there is none (`conflictOf` says so), which ends the transaction.
 */
export async function restoreTime(
  ctx: Ctx,
  db: Db,
  practice: Practice,
  appointmentId: string,
): Promise<Result<null, Why>> {
  const visit = await lockAppointment(db, appointmentId)
  if (!visit) throw new Problem('not-found')
  if (visit.group_session_id !== null) await takeSeat(db, visit, visit.group_session_id)
  const rows = await selectAllocations(db, [appointmentId])
  // Its group is gone, and with it everybody who would be there.
  const isSeat = (practice.visitTypes.get(visit.visit_type_id)?.rule.seats ?? 1) > 1
  if (isSeat && visit.group_session_id === null && rows.length === 0) throw new TimeTaken()
  const time = { start: msOf(visit.starts_at), end: msOf(visit.ends_at) }
  const asBefore = visit.status === 'no-show' ? ruleCodes.filter((code) => !takenSince.has(code)) : []
  const plan =
    rows.length === 0
      ? ok({ ...time, assignments: [] })
      : await planAgain(ctx, db, practice, visit, rows, { visit, asBefore })
  if (!plan.ok) return plan
  await deleteAllocations(db, appointmentId)
  if (rows.length > 0)
    await runIn(
      db,
      insertAllocations(db, plan.value, { appointmentId }, () => ctx.newId()),
    )
  const restored = { id: visit.id, patientId: visit.patient_id, siteId: visit.site_id, date: dateOf(practice, visit) }
  if (visit.status === 'no-show') {
    await ctx.tell(db, timeChanged(restored, takenBy(plan.value)))
    return ok(null)
  }
  await updateRestored(db, appointmentId)
  await ctx.tell(db, appointmentRestored(restored, takenBy(plan.value)))
  return ok(null)
}

/** Time and room that others may have taken meanwhile. */
const takenSince: ReadonlySet<RuleCode> = new Set(['overbook', 'buffer', 'session-full', 'cap'])

/** Also where the group takes nobody else: whoever had a seat in it keeps it. */
async function takeSeat(db: Db, visit: LockedAppointment, groupId: string): Promise<void> {
  const group = await lockGroup(db, groupId)
  const seat = group && (await freeSeat(db, group, visit.seat))
  if (!group || seat === null) throw new TimeTaken()
  if (seat !== visit.seat) await setSeat(db, visit.id, seat)
}
