import type { Body, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import {
  type AllowedPlan,
  type BookRefusal,
  bringsInterpreter,
  type Objection,
  possibleLength,
} from '@foyer/scheduling'
import { staffOf } from '../../platform/auth/sessions.ts'
import type { Ctx } from '../../platform/context.ts'
import { type Statement, runIn } from '../../platform/database/organization-db.ts'
import type { HappenedEvent } from '../../platform/events/event.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import { isPlain } from './booking/facts/load-facts.ts'
import { type Booking, planInTurn, planPlain } from './booking/plan.ts'
import { insertAppointment, type NewAppointment } from './booking/store.ts'
import { appointmentBooked, holdChanged, takenBy } from './events.ts'
import { dateOf, heldTimes } from './held.ts'
import { instantOfMs, msOf } from './instants.ts'
import type { Lost } from './openings/with-next.ts'
import { selectPatientBusy } from './openings/store.ts'
import { lasting, openPlaceOf } from './place.ts'
import { dayAround } from './site-days.ts'
import { type ForBooking, selectForBooking } from './store.ts'
import { conflictOf, isMissing } from './taken.ts'
import { deleteHold, type HeldRow, holderOf, keepPatient, selectHoldsOf } from './time/store.ts'

type Spec = typeof scheduling.bookAppointment
type Booked = Reply<Spec>
type Optional = 'overrides' | 'walkIn' | 'durationMinutes'
type Input = Omit<Body<Spec>, Optional> & Partial<Pick<Body<Spec>, Optional>>
type Refused = Exclude<Refusal<Spec>, { reason: 'opening-taken' | 'hold-expired' }> | Lost | Lost<'hold-expired'>

const noHold: ForBooking = { deceased: false, hold_id: null, expires_at: null }

/**
 * Books. Where the rules need no look at the tables the visit is saved at once, and the database says whether it was
 * free. Where they do, or where that did not go well, whoever wants the same time waits in turn, and everything is looked
 * at: lanes, capacity, caps, the patient, holds that have run out.
 */
export async function book(ctx: Ctx, practice: Practice, input: Input): Promise<Result<Booked, Refused>> {
  const usual = openPlaceOf(practice, input.visitTypeId, input.siteId, bringsInterpreter(input.assignments))
  ctx.touch(input.patientId)
  if (input.overrides) ctx.because(input.overrides.reason)
  const { durationMinutes: minutes = null } = input
  const length = minutes === null ? ok(null) : possibleLength(usual.rule, minutes)
  if (!length.ok) return length
  const place = lasting(usual, length.value)
  const look = (): Promise<ForBooking | undefined> =>
    selectForBooking(ctx.db, input.patientId, input.holdId, holderOf(ctx.actor))
  // Without a hold nothing has to be read first: the save itself sees to it that the patient is there.
  const known = input.holdId === null ? noHold : await look()
  if (!known) throw new Problem('not-found')
  if (known.deceased) return refuse({ reason: 'patient-deceased' })

  const booking: Booking = { ...input, practice, place, wanted: input }
  const holds = known.hold_id === null ? [] : await selectHoldsOf(ctx.db, holderOf(ctx.actor))
  const held = holds.find(({ id }) => id === known.hold_id) ?? null
  const lost = (rules?: readonly Objection[]): Result<never, Refused> => {
    const stands = known.expires_at !== null && msOf(known.expires_at) > ctx.now.epochMilliseconds
    const reason = input.holdId !== null && !stands ? 'hold-expired' : 'opening-taken'
    const { start, assignments, patientId } = input
    const wanted = { place, start, assignments, patientId }
    return reason === 'hold-expired'
      ? refuse({ reason, wanted })
      : refuse({ reason, wanted, ...(rules ? { rules } : {}) })
  }
  const refused = async (error: BookRefusal): Promise<Result<Booked, Refused>> => {
    // Asked again after its time has come, a booking that was made is answered as it was.
    const before = await ctx.recall()
    if (before !== undefined) return ok(before as Booked)
    return error.reason === 'opening-taken' ? lost(error.rules) : refuse(error)
  }

  const attempts = input.overrides || input.walkIn || !isPlain(practice, place, input) ? [inTurn] : [atOnce, inTurn]
  for (const attempt of attempts) {
    try {
      const answer = await attempt(ctx, booking, input, held)
      if (!answer.ok) return await refused(answer.error)
      ctx.touch(input.patientId, answer.value.id)
      return answer
    } catch (error) {
      const conflict = conflictOf(error)
      if (!conflict && !isMissing(error)) throw error
      const person = await look()
      if (person?.deceased) return refuse({ reason: 'patient-deceased' })
      if (!person || !conflict) throw new Problem('not-found')
      const reach = { start: msOf(input.start), end: msOf(input.start) + place.rule.durationMinutes * 60_000 }
      const [other] = conflict === 'patient' ? await selectPatientBusy(ctx.db, input.patientId, reach) : []
      if (other) return refuse({ reason: 'patient-busy', appointmentId: other.id, start: other.starts_at })
    }
  }
  return lost()
}

type Attempt = (ctx: Ctx, booking: Booking, input: Input, held: HeldRow | null) => Promise<Result<Booked, BookRefusal>>

/** Decides by the rules alone and saves in one round trip; a conflict is thrown. */
const atOnce: Attempt = async (ctx, booking, input, held) => {
  const plan = planPlain(booking, ctx)
  if (!plan.ok) return plan
  const { booked, statements, events } = saving(ctx, booking, input, plan.value, held)
  return ok(await ctx.save(booked, statements, events))
}

/** Waits for its turn, looks at everything, and saves in the same transaction. */
const inTurn: Attempt = (ctx, booking, input, held) =>
  ctx.tx<Booked, BookRefusal>(async (db) => {
    for (const kept of keepPatient(db, input.patientId)) await runIn(db, kept)
    const plan = await planInTurn(db, booking, ctx)
    if (!plan.ok) return plan
    const { booked, statements, events } = saving(ctx, booking, input, plan.value, held)
    for (const statement of statements) await runIn(db, statement)
    for (const event of events) await ctx.tell(db, event)
    return ok(booked)
  })

function saving(
  ctx: Ctx,
  { place, practice }: Booking,
  input: Input,
  plan: AllowedPlan,
  held: HeldRow | null,
): { booked: Booked; statements: readonly Statement[]; events: readonly HappenedEvent[] } {
  const { db, actor } = ctx
  const { patientId, siteId, visitTypeId, note, walkIn = false } = input
  const id = ctx.newId()
  ctx.touch(patientId, id)
  const by = { at: ctx.now.toString(), staffId: staffOf(actor), name: actor.name }
  const visit: NewAppointment = { id, patientId, visitTypeId, siteId, note, walkIn, rules: plan.rules }
  const date = dayAround(plan.start, place.zone).date
  return {
    booked: { id, start: instantOfMs(plan.start), end: instantOfMs(plan.end), version: 1 },
    statements: [
      ...(held === null ? [] : [...keepPatient(db, patientId), deleteHold(db, held.id, holderOf(actor))]),
      insertAppointment(db, visit, plan, by, () => ctx.newId()),
    ],
    events: [
      ...(held === null ? [] : freedOf(practice, held, plan)),
      appointmentBooked({ id, patientId, siteId, date }, input.language, takenBy(plan)),
    ],
  }
}

/** Booked for another time than was kept: what was kept is free again, and nobody would hear of it from the visit. */
function freedOf(practice: Practice, held: HeldRow, { assignments }: AllowedPlan): HappenedEvent[] {
  const times = heldTimes(held)
  const isWithin = times.every(([resourceId, start, end]) =>
    assignments.some((one) => one.resourceId === resourceId && one.start <= start && one.end >= end),
  )
  if (isWithin) return []
  return [holdChanged({ id: held.id, siteId: held.site_id, date: dateOf(practice, held) }, times)]
}
