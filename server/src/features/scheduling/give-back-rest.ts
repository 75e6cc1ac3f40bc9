import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import { timeChanged } from './events.ts'
import { dateOf } from './held.ts'
import { lockAppointment } from './store.ts'
import { endAllocations, selectTimes } from './time/store.ts'

/**
 * Somebody did not come: from the moment that is noted the rest of the visit's time is free, for a walk-in or for
 * whoever is late elsewhere. Noted before the visit begins, it stays kept. Within the transaction of whoever notes it.
 */
export async function giveBackRest(ctx: Ctx, db: Db, practice: Practice, appointmentId: string): Promise<void> {
  const visit = await lockAppointment(db, appointmentId)
  if (!visit) throw new Problem('not-found')
  const now = ctx.now.epochMilliseconds
  const rest = (await selectTimes(db, appointmentId)).filter(([, start, end]) => start < now && now < end)
  if (rest.length === 0) return
  await endAllocations(db, appointmentId, ctx.now.toString())
  const where = { id: visit.id, patientId: visit.patient_id, siteId: visit.site_id, date: dateOf(practice, visit) }
  await ctx.tell(db, timeChanged(where, rest))
}
