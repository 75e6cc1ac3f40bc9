import type { Body, Params, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { type AppointmentStatus, cancellationFacts, cancellationReasons } from '@foyer/scheduling'
import { staffOf } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import { appointmentCancelled } from './events.ts'
import { dateOf } from './held.ts'
import { msOf } from './instants.ts'
import { isCancellable } from './policy.ts'
import { insertHistory, type LockedAppointment, lockAppointment, updateCancelled } from './store.ts'
import { emptyAllocations, selectTimes } from './time/store.ts'

type Spec = typeof scheduling.cancelAppointment
type Input = Params<Spec> & Body<Spec>

/**
 * Cancels a visit; its time or its seat is free at once, and whose it was stays known. Who cancelled, why, and how long
 * before the visit is kept; `also` is written with it, or neither. Whoever does not say who: the patient, for the patient's reasons, else the practice.
 */
export function cancel(
  ctx: Ctx,
  practice: Practice,
  input: Input,
  also: ((db: Db) => Promise<void>) | null = null,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.because(wordsOf(input))
  return ctx.tx<Reply<Spec>, Refusal<Spec>>(async (db) => {
    const visit = await lockAppointment(db, input.appointmentId)
    if (!visit) throw new Problem('not-found')
    ctx.touch(visit.patient_id, visit.id)
    // The column holds nothing else.
    const status = visit.status as AppointmentStatus
    if (visit.version !== input.version) return refuse({ reason: 'changed-meanwhile', version: visit.version })
    if (!isCancellable(status)) return refuse({ reason: 'not-cancellable', status })

    const { version, noticeMinutes } = await cancelLocked(ctx, db, practice, visit, input)
    await also?.(db)
    return ok({ id: visit.id, version, noticeMinutes })
  })
}

/** Cancels a visit that is locked and can be cancelled, within the caller's transaction; who cancels several tells of them `together`. */
export async function cancelLocked(
  ctx: Ctx,
  db: Db,
  practice: Practice,
  visit: LockedAppointment,
  input: Pick<Input, 'reason' | 'note' | 'by'>,
  together = false,
): Promise<{ readonly version: number; readonly noticeMinutes: number }> {
  const at = ctx.now.toString()
  const taken = await selectTimes(db, visit.id)
  await emptyAllocations(db, visit.id)
  const by = input.by ?? cancellationReasons[input.reason].by ?? 'practice'
  const { noticeMinutes } = cancellationFacts(
    { by, reason: input.reason, at: ctx.now.epochMilliseconds, start: msOf(visit.starts_at) },
    practice.sites.get(visit.site_id)?.timeZone ?? 'UTC',
  )
  const version = await updateCancelled(db, visit.id, { reason: input.reason, at, by, noticeMinutes })
  await insertHistory(
    db,
    { id: ctx.newId(), appointmentId: visit.id, from: visit.status, to: 'cancelled', reason: wordsOf(input) },
    { at, staffId: staffOf(ctx.actor), name: ctx.actor.name },
  )
  const cancelled = {
    id: visit.id,
    patientId: visit.patient_id,
    siteId: visit.site_id,
    date: dateOf(practice, visit),
  }
  await ctx.tell(db, appointmentCancelled(cancelled, taken, together))
  return { version, noticeMinutes }
}

function wordsOf({ reason, note }: Pick<Input, 'reason' | 'note'>): string {
  return note === null ? reason : `${reason}: ${note}`
}
