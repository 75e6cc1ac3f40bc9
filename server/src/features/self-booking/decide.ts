import type { Body, Params, Refusal, Reply, selfBooking } from '@foyer/contract'
import { dateAt, ok, refuse, type Result, Temporal } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import {
  appointmentApproved,
  cancel,
  markSelfBooked,
  selectSelfVisit,
  type SelfVisit,
  setApproval,
} from '../scheduling/index.ts'
import { alongside } from './alongside.ts'
import { selfBookingDeclined, selfBookingRequested } from './events.ts'

type ApproveSpec = typeof selfBooking.approveSelfBooking
type ReopenSpec = typeof selfBooking.reopenSelfBooking
type DeclineSpec = typeof selfBooking.declineSelfBooking

export function eventOf(practice: Practice, visit: SelfVisit) {
  const zone = practice.sites.get(visit.site_id)?.timeZone ?? 'UTC'
  const date = dateAt(Temporal.Instant.from(visit.starts_at), zone)
  return { id: visit.id, patientId: visit.patient_id, siteId: visit.site_id, date }
}

/** @throws Problem `not-found` */
async function load(ctx: Ctx, appointmentId: string): Promise<SelfVisit> {
  const visit = await selectSelfVisit(ctx.db, appointmentId)
  if (!visit) throw new Problem('not-found')
  ctx.touch(visit.patient_id, visit.id)
  return visit
}

/** The desk agrees; the patient gets the confirmation that any visit has. */
export async function approve(
  ctx: Ctx,
  practice: Practice,
  input: Params<ApproveSpec> & Body<ApproveSpec>,
): Promise<Result<Reply<ApproveSpec>, Refusal<ApproveSpec>>> {
  const visit = await load(ctx, input.appointmentId)
  return ctx.tx<Reply<ApproveSpec>, Refusal<ApproveSpec>>(async (db) => {
    const version = await setApproval(db, visit.id, { from: 'pending', to: 'approved' }, input.version)
    if (version === undefined)
      return visit.version === input.version
        ? refuse({ reason: 'not-waiting' })
        : refuse({ reason: 'changed-meanwhile', version: visit.version })
    await ctx.tell(db, appointmentApproved(eventOf(practice, visit)))
    return ok({ id: visit.id, version })
  })
}

/** The desk agreed too soon: the visit keeps its time and waits again, which the patient is told as at first. */
export async function reopen(
  ctx: Ctx,
  practice: Practice,
  input: Params<ReopenSpec> & Body<ReopenSpec>,
): Promise<Result<Reply<ReopenSpec>, Refusal<ReopenSpec>>> {
  const visit = await load(ctx, input.appointmentId)
  return ctx.tx<Reply<ReopenSpec>, Refusal<ReopenSpec>>(async (db) => {
    const version = await setApproval(db, visit.id, { from: 'approved', to: 'pending' }, input.version)
    if (version === undefined)
      return visit.version === input.version
        ? refuse({ reason: 'not-approved' })
        : refuse({ reason: 'changed-meanwhile', version: visit.version })
    await ctx.tell(db, selfBookingRequested(eventOf(practice, visit)))
    return ok({ id: visit.id, version })
  })
}

/** The desk says no: the visit is cancelled by the practice, its time is free at once, and the patient is told why. */
export async function decline(
  ctx: Ctx,
  practice: Practice,
  input: Params<DeclineSpec> & Body<DeclineSpec>,
): Promise<Result<Reply<DeclineSpec>, Refusal<DeclineSpec>>> {
  const visit = await load(ctx, input.appointmentId)
  if (visit.approval !== 'pending') {
    // Asked again under the same key, what was done is answered as it was.
    const before = await ctx.recall()
    return before === undefined ? refuse({ reason: 'not-waiting' }) : ok(before as Reply<DeclineSpec>)
  }
  const { id: appointmentId } = visit
  const noting = alongside(ctx, () => ({
    statements: [markSelfBooked(ctx.db, appointmentId, 'declined')],
    events: [selfBookingDeclined(eventOf(practice, visit), input.reason)],
  }))
  const cancelled = await cancel(noting, practice, {
    appointmentId,
    reason: 'practice',
    note: input.reason,
    version: input.version,
  })
  if (cancelled.ok || cancelled.error.reason === 'changed-meanwhile')
    return cancelled as Result<Reply<DeclineSpec>, Refusal<DeclineSpec>>
  return refuse({ reason: 'not-waiting' })
}
