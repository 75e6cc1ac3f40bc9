import type { Params, Reply, scheduling } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { AppointmentStatus } from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { mayOpen, presentLine } from '../patients/index.ts'
import type { Practice } from '../practice/index.ts'
import { visitTimes } from './visit-times.ts'
import { instantOfMs } from './instants.ts'
import { appointmentCan } from './policy.ts'
import { selectAppointment, selectHistory } from './store.ts'
import { selectAllocations } from './time/store.ts'

type Spec = typeof scheduling.readAppointment
type History = Reply<Spec>['history'][number]

export async function readAppointment(
  ctx: Ctx,
  practice: Practice,
  { appointmentId }: Params<Spec>,
): Promise<Result<Reply<Spec>, never>> {
  const [row, allocations, history] = await Promise.all([
    selectAppointment(ctx.db, appointmentId),
    selectAllocations(ctx.db, [appointmentId], true),
    selectHistory(ctx.db, appointmentId),
  ])
  const site = row && practice.sites.get(row.site_id)
  if (!site) throw new Problem('not-found')
  ctx.touch(row.id, row.visit_id)
  // Who is expected stands on the day for all; what is known besides is behind the gate.
  const isShut = !(await mayOpen(ctx, ctx.db, [row.id])).has(row.id)
  // The columns of a status hold nothing else.
  const status = row.status as AppointmentStatus
  return ok({
    id: row.visit_id,
    patient: presentLine(row),
    visitTypeId: row.visit_type_id,
    visitType: practice.visitTypes.get(row.visit_type_id)?.name ?? '',
    siteId: site.id,
    siteName: site.name,
    timeZone: site.timeZone,
    start: row.starts_at,
    end: row.ends_at,
    status,
    assignments: visitTimes(practice, row, allocations).map(({ role, resourceId, start, end, lane = 0 }) => ({
      role,
      resourceId,
      start: instantOfMs(start),
      end: instantOfMs(end),
      lane,
      name: practice.resources.get(resourceId)?.name ?? '',
    })),
    note: isShut ? null : row.note,
    version: row.version,
    // The columns hold nothing else.
    source: row.source as Reply<Spec>['source'],
    approval: row.approval as Reply<Spec>['approval'],
    walkIn: row.walk_in,
    chainId: row.chain_id,
    chainLeg: row.chain_leg,
    seriesId: row.series_id,
    seriesOccurrence: row.series_occurrence,
    groupSessionId: row.group_session_id,
    seat: row.seat,
    cancelReason: isShut ? null : row.cancel_reason,
    cancelledBy: row.cancelled_by as Reply<Spec>['cancelledBy'],
    cancelledAt: row.cancelled_at,
    cancelNoticeMinutes: row.cancel_notice_minutes,
    why: isShut ? [] : (row.rules as unknown as Reply<Spec>['why']),
    history: (isShut ? [] : history).map((step) => ({
      at: step.at,
      by: step.by_name,
      from: step.from_status as History['from'],
      to: step.to_status as History['to'],
      reason: step.reason,
      undone: step.undone,
    })),
    can: appointmentCan(ctx.actor, status),
  })
}
