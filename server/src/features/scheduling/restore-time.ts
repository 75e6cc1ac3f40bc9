import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import { appointmentRestored } from './events.ts'
import { dateOf } from './hold.ts'
import { msOf } from './instants.ts'
import { lockAppointment, updateRestored } from './store.ts'
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
 * Gives a cancelled visit the time back that it had, within the transaction of whoever undoes the cancellation; status
 * and history are theirs to write. Throws when the time is taken (`conflictOf` says so), which ends the transaction.
 */
export async function restoreTime(ctx: Ctx, db: Db, practice: Practice, appointmentId: string): Promise<void> {
  const visit = await lockAppointment(db, appointmentId)
  if (!visit) throw new Problem('not-found')
  const assignments = visitTimes(practice, visit, await selectAllocations(db, [appointmentId]))
  const plan = { start: msOf(visit.starts_at), end: msOf(visit.ends_at), assignments }
  await run(db, queueFor(db, plan.assignments))
  await run(db, sweepHolds(db, plan.assignments, ctx.now.toString(), holderOf(ctx.actor)))
  await deleteAllocations(db, appointmentId)
  if (assignments.length > 0)
    await run(
      db,
      insertAllocations(db, plan, { appointmentId }, () => ctx.newId()),
    )
  await updateRestored(db, appointmentId)
  const date = dateOf(practice, visit)
  await ctx.tell(db, appointmentRestored({ id: visit.id, patientId: visit.patient_id, siteId: visit.site_id, date }))
}
