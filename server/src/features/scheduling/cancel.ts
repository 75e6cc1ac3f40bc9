import type { Body, Params, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { AppointmentStatus } from '@foyer/scheduling'
import { staffOf } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import { appointmentCancelled } from './events.ts'
import { dateOf } from './hold.ts'
import { isCancellable } from './policy.ts'
import { insertHistory, lockAppointment, updateCancelled } from './store.ts'
import { emptyAllocations } from './time/store.ts'

type Spec = typeof scheduling.cancelAppointment

/** Cancels a visit; its time is free at once, and whose it was stays known. `also` is written with it, or neither. */
export function cancel(
  ctx: Ctx,
  practice: Practice,
  input: Params<Spec> & Body<Spec>,
  also: ((db: Db) => Promise<void>) | null = null,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const words = input.note === null ? input.reason : `${input.reason}: ${input.note}`
  ctx.because(words)
  return ctx.tx<Reply<Spec>, Refusal<Spec>>(async (db) => {
    const visit = await lockAppointment(db, input.appointmentId)
    if (!visit) throw new Problem('not-found')
    ctx.touch(visit.patient_id, visit.id)
    // The column holds nothing else.
    const status = visit.status as AppointmentStatus
    if (visit.version !== input.version) return refuse({ reason: 'changed-meanwhile', version: visit.version })
    if (!isCancellable(status)) return refuse({ reason: 'not-cancellable', status })

    const at = ctx.now.toString()
    await emptyAllocations(db, visit.id)
    const version = await updateCancelled(db, visit.id, input.reason, at)
    await insertHistory(
      db,
      { id: ctx.newId(), appointmentId: visit.id, from: status, to: 'cancelled', reason: words },
      { at, staffId: staffOf(ctx.actor), name: ctx.actor.name },
    )
    const date = dateOf(practice, visit)
    await ctx.tell(db, appointmentCancelled({ id: visit.id, patientId: visit.patient_id, siteId: visit.site_id, date }))
    await also?.(db)
    return ok({ id: visit.id, version })
  })
}
