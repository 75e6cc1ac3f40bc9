import type { Body, Params, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { type BookingPlan, type BookRefusal, type AppointmentStatus } from '@foyer/scheduling'
import { staffOf } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import { appointmentMoved, dayChanged, type RepairNews } from './events.ts'
import { dateOf } from './hold.ts'
import { instantOfMs } from './instants.ts'
import { nextOpenings } from './openings/next-openings.ts'
import { type Place, placeOf, planPlace } from './place.ts'
import { isMovable } from './policy.ts'
import { dayAround } from './site-days.ts'
import { insertHistory, type LockedAppointment, lockAppointment, updatePlace } from './store.ts'
import { deleteAllocations, holderOf, insertAllocations, queueFor, run, sweepHolds } from './time/store.ts'
import { conflictOf } from './taken.ts'

type Spec = typeof scheduling.moveAppointment
type Input = Params<Spec> & Body<Spec>
type Refused = Exclude<Refusal<Spec>, { reason: 'opening-taken' }> | Extract<BookRefusal, { reason: 'opening-taken' }>

/** What a repair adds to a move: what the patient is told, and `save`, which is written with it, or neither. */
export interface ForRepair extends RepairNews {
  readonly save: (db: Db) => Promise<void>
}

/** Moves a visit. It keeps its identity; old time is freed and new time taken in one step, or neither. */
export async function move(
  ctx: Ctx,
  practice: Practice,
  input: Input,
  repair: ForRepair | null = null,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.because(input.reason)
  let wanted: { place: Place; patientId: string } | null = null
  const lost = async (): Promise<Result<never, Refusal<Spec>>> => {
    if (!wanted) throw new Problem('not-found')
    const place = { ...wanted.place, start: input.start }
    return refuse({ reason: 'opening-taken', next: await nextOpenings(ctx, practice, place, wanted.patientId) })
  }
  try {
    const moved = await ctx.tx<Reply<Spec>, Refused>(async (db) => {
      const visit = await lockAppointment(db, input.appointmentId)
      if (!visit) throw new Problem('not-found')
      ctx.touch(visit.patient_id, visit.id)
      // The column holds nothing else.
      const status = visit.status as AppointmentStatus
      if (visit.version !== input.version) return refuse({ reason: 'changed-meanwhile', version: visit.version })
      if (!isMovable(status)) return refuse({ reason: 'not-movable', status })
      const place = placeOf(practice, visit.visit_type_id, visit.site_id)
      wanted = { place, patientId: visit.patient_id }
      const plan = planPlace(practice, place, input, ctx.now)
      if (!plan.ok) return plan
      const done = await save(ctx, db, practice, visit, plan.value, place.zone, { reason: input.reason, repair })
      await repair?.save(db)
      return ok(done)
    })
    if (moved.ok) return moved
    return moved.error.reason === 'opening-taken' ? await lost() : refuse(moved.error)
  } catch (error) {
    if (!conflictOf(error)) throw error
    return lost()
  }
}

async function save(
  ctx: Ctx,
  db: Db,
  practice: Practice,
  visit: LockedAppointment,
  plan: BookingPlan,
  zone: string,
  { reason, repair }: { readonly reason: string; readonly repair: ForRepair | null },
): Promise<Reply<Spec>> {
  const { actor } = ctx
  const by = { at: ctx.now.toString(), staffId: staffOf(actor), name: actor.name }
  await run(db, queueFor(db, plan.assignments))
  await deleteAllocations(db, visit.id)
  await run(db, sweepHolds(db, plan.assignments, by.at, holderOf(actor)))
  await run(
    db,
    insertAllocations(db, plan, { appointmentId: visit.id }, () => ctx.newId()),
  )
  const version = await updatePlace(db, visit.id, plan)
  // Placed anew: a step from nowhere to booked, so that undoing never leads back to the old time.
  await insertHistory(db, { id: ctx.newId(), appointmentId: visit.id, from: null, to: 'booked', reason }, by)
  const { date } = dayAround(plan.start, zone)
  const dateBefore = dateOf(practice, visit)
  const siteId = visit.site_id
  const moved = { id: visit.id, patientId: visit.patient_id, siteId, date }
  await ctx.tell(db, appointmentMoved(moved, dateBefore, repair))
  if (dateBefore !== date) await ctx.tell(db, dayChanged(visit.id, siteId, dateBefore))
  return { id: visit.id, start: instantOfMs(plan.start), end: instantOfMs(plan.end), version }
}
