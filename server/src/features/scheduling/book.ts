import type { Body, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { BookingPlan } from '@foyer/scheduling'
import { staffOf } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import { appointmentBooked } from './events.ts'
import { instantOfMs, msOf } from './instants.ts'
import { nextOpenings } from './openings/next-openings.ts'
import { selectPatientBusy } from './openings/store.ts'
import { openPlaceOf, planPlace } from './place.ts'
import { dayAround } from './site-days.ts'
import { insertAppointment } from './booking/store.ts'
import { type ForBooking, selectForBooking } from './store.ts'
import { deleteHold, holderOf, sweepHolds } from './time/store.ts'
import { conflictOf, isMissing } from './taken.ts'

type Spec = typeof scheduling.bookAppointment
type Booked = Reply<Spec>

const noHold: ForBooking = { deceased: false, hold_id: null, expires_at: null }

/**
 * Books. The rules decide first; who was first is decided by the database as the visit is saved. What stands in the way
 * may be a hold that has run out: such are swept away once before the answer is no.
 */
export async function book(ctx: Ctx, practice: Practice, input: Body<Spec>): Promise<Result<Booked, Refusal<Spec>>> {
  const place = openPlaceOf(practice, input.visitTypeId, input.siteId)
  ctx.touch(input.patientId)
  const look = (): Promise<ForBooking | undefined> =>
    selectForBooking(ctx.db, input.patientId, input.holdId, holderOf(ctx.actor))
  // Without a hold nothing has to be read first: the save itself sees to it that the patient is there.
  const known = input.holdId === null ? noHold : await look()
  if (!known) throw new Problem('not-found')
  if (known.deceased) return refuse({ reason: 'patient-deceased' })

  const lost = async (): Promise<Result<never, Refusal<Spec>>> => {
    const next = await nextOpenings(ctx, practice, { ...place, start: input.start }, input.patientId)
    const held = known.expires_at !== null && msOf(known.expires_at) > ctx.now.epochMilliseconds
    return refuse({ reason: input.holdId !== null && !held ? 'hold-expired' : 'opening-taken', next })
  }
  const plan = planPlace(practice, place, input, ctx.now)
  if (!plan.ok) {
    // Asked again after its time has come, a booking that was made is answered as it was.
    const before = await ctx.recall()
    if (before !== undefined) return ok(before as Booked)
    return plan.error.reason === 'opening-taken' ? lost() : refuse(plan.error)
  }

  const date = dayAround(plan.value.start, place.zone).date
  for (const isLast of [false, true]) {
    try {
      const booked = await save(ctx, input, plan.value, date, { hold: known.hold_id, sweep: isLast })
      ctx.touch(input.patientId, booked.id)
      return ok(booked)
    } catch (error) {
      const conflict = conflictOf(error)
      if (!conflict && !isMissing(error)) throw error
      const person = await look()
      if (person?.deceased) return refuse({ reason: 'patient-deceased' })
      if (!person || !conflict) throw new Problem('not-found')
      const [other] = conflict === 'patient' ? await selectPatientBusy(ctx.db, input.patientId, plan.value) : []
      if (other) return refuse({ reason: 'patient-busy', appointmentId: other.id, start: other.starts_at })
    }
  }
  return lost()
}

function save(
  ctx: Ctx,
  input: Body<Spec>,
  plan: BookingPlan,
  date: string,
  holds: { readonly hold: string | null; readonly sweep: boolean },
): Promise<Booked> {
  const { db, actor } = ctx
  const { patientId, siteId, visitTypeId, note, language } = input
  const id = ctx.newId()
  const at = ctx.now.toString()
  ctx.touch(patientId, id)
  return ctx.save(
    { id, start: instantOfMs(plan.start), end: instantOfMs(plan.end), version: 1 },
    [
      ...(holds.hold === null ? [] : [deleteHold(db, holds.hold, holderOf(actor))]),
      ...(holds.sweep ? [sweepHolds(db, plan.assignments, at, holderOf(actor))] : []),
      insertAppointment(
        db,
        { id, patientId, visitTypeId, siteId, note, rules: [] },
        plan,
        { at, staffId: staffOf(actor), name: actor.name },
        () => ctx.newId(),
      ),
    ],
    [appointmentBooked({ id, patientId, siteId, date }, language)],
  )
}
