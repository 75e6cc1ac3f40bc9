import type { Body, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { AppointmentStatus } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import type { Practice } from '../../practice/index.ts'
import { cancelLocked } from '../cancel.ts'
import { visitsCancelled } from '../events.ts'
import { msOf } from '../instants.ts'
import { isCancellable } from '../policy.ts'
import { lockAppointment } from '../store.ts'
import { selectParts, type Whole } from './store.ts'

type Spec = typeof scheduling.cancelSeries

/** Cancels the visits of a series or a chain that have not begun, from a place on; all that can be, in one step. */
export function cancelRest(
  ctx: Ctx,
  practice: Practice,
  whole: Whole,
  { fromAt, reason, note, by }: Body<Spec>,
): Promise<Result<Reply<Spec>, { reason: 'nothing-to-cancel' }>> {
  ctx.because(note === null ? reason : `${reason}: ${note}`)
  return ctx.tx<Reply<Spec>, { reason: 'nothing-to-cancel' }>(async (db) => {
    const parts = (await selectParts(db, whole)).filter(({ at }) => (at ?? 0) >= fromAt)
    const cancelled: Reply<Spec>['cancelled'] = []
    let patientId = ''
    // In one order for everybody.
    for (const part of parts.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const visit = await lockAppointment(db, part.id)
      if (!visit || !isCancellable(visit.status as AppointmentStatus)) continue
      if (msOf(visit.starts_at) <= ctx.now.epochMilliseconds) continue
      await cancelLocked(ctx, db, practice, visit, { reason, note, ...(by ? { by } : {}) }, true)
      cancelled.push({ id: visit.id, at: part.at ?? 0 })
      patientId = visit.patient_id
    }
    if (cancelled.length === 0) return refuse({ reason: 'nothing-to-cancel' })
    const inOrder = cancelled.toSorted((a, b) => a.at - b.at)
    const id = 'seriesId' in whole ? whole.seriesId : whole.chainId
    const visits = inOrder.map((visit) => visit.id)
    await ctx.tell(db, visitsCancelled({ id, patientId }, visits))
    return ok({ cancelled: inOrder, kept: parts.length - cancelled.length })
  })
}
