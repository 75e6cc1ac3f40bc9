import type { Body, Refusal, Reply, selfBooking } from '@foyer/contract'
import { dateAt, ok, refuse, type Result, Temporal } from '@foyer/kernel'
import { Problem } from '../../platform/http/problem.ts'
import type { Site, VisitType } from '../practice/index.ts'
import {
  cancel,
  hasInterpreterNow,
  markSelfBooked,
  move,
  selectSelfVisit,
  type SelfVisit,
} from '../scheduling/index.ts'
import { alongside } from './alongside.ts'
import { selfBookingRequested } from './events.ts'
import { myVisitReply } from './present.ts'
import type { Step } from './step.ts'
import { nextTimes, offered, type Sought } from './times.ts'

type MyVisit = Reply<typeof selfBooking.readMyVisit>
type MoveSpec = typeof selfBooking.moveMyVisit

export interface Own {
  readonly visit: SelfVisit
  readonly site: Site
  readonly visitType: VisitType
  readonly isInterpreted: boolean
}

/** @throws Problem `not-found` for a secret that names no visit the patient booked */
export async function ownVisit({ ctx, practice, keys }: Step, secret: string): Promise<Own> {
  const id = keys.readVisit(secret)
  const visit = id === null ? undefined : await selectSelfVisit(ctx.db, id)
  const site = visit && practice.sites.get(visit.site_id)
  const visitType = visit && practice.visitTypes.get(visit.visit_type_id)
  if (!visit || !site || !visitType) throw new Problem('not-found')
  ctx.touch(visit.patient_id, visit.id)
  return { visit, site, visitType, isInterpreted: await hasInterpreterNow(ctx.db, visit.id) }
}

/** What to look for in its place. */
export function soughtFor({ visit, site, visitType, isInterpreted }: Own): Sought {
  return { visitType, site, patientId: visit.patient_id, isInterpreted }
}

function replyOf({ ctx, practice, keys }: Step, own: Own): MyVisit {
  return myVisitReply(ctx.organization, practice, keys, own, ctx.now)
}

export async function readMyVisit(step: Step, secret: string): Promise<Result<MyVisit, never>> {
  return ok(replyOf(step, await ownVisit(step, secret)))
}

export async function cancelMyVisit(step: Step, secret: string): Promise<Result<MyVisit, { reason: 'call-us' }>> {
  const own = await ownVisit(step, secret)
  const before = replyOf(step, own)
  // Asked twice it is done once.
  if (before.state === 'cancelled') return ok(before)
  if (!before.canChange) return refuse({ reason: 'call-us' })
  const { id: appointmentId, version } = own.visit
  const done = await cancel(step.ctx, step.practice, { appointmentId, reason: 'patient', note: null, version })
  return done.ok ? readMyVisit(step, secret) : refuse({ reason: 'call-us' })
}

/** Where the desk had to agree to the old time, it has to agree to the new one. */
export async function moveMyVisit(step: Step, input: Body<MoveSpec>): Promise<Result<MyVisit, Refusal<MoveSpec>>> {
  const { ctx, practice } = step
  const own = await ownVisit(step, input.visit)
  const { visit, site, visitType } = own
  if (Temporal.Instant.from(input.start).equals(Temporal.Instant.from(visit.starts_at))) return ok(replyOf(step, own))
  if (!replyOf(step, own).canChange) return refuse({ reason: 'call-us' })
  const wish = soughtFor(own)
  const lost = async (): Promise<Result<never, Refusal<MoveSpec>>> =>
    refuse({ reason: 'opening-taken', next: await nextTimes(step, wish, input.start) })
  const opening = await offered(step, wish, input)
  if (!opening) return lost()

  const waits = visitType.rules.selfBooking !== 'instant' || visit.approval === 'pending'
  const date = dateAt(Temporal.Instant.from(opening.start), site.timeZone)
  const requested = selfBookingRequested({ id: visit.id, patientId: visit.patient_id, siteId: site.id, date })
  const noting = alongside(ctx, () =>
    waits ? { statements: [markSelfBooked(ctx.db, visit.id, 'pending')], events: [requested] } : { statements: [] },
  )
  const moved = await move(noting, practice, {
    appointmentId: visit.id,
    start: opening.start,
    assignments: opening.assignments.map(({ role, resourceId }) => ({ role, resourceId })),
    reason: 'patient',
    version: visit.version,
  })
  if (moved.ok) return readMyVisit(step, input.visit)
  return moved.error.reason === 'opening-taken' ? lost() : refuse({ reason: 'call-us' })
}
