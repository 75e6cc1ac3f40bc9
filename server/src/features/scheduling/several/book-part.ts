import { ok, refuse, type Result } from '@foyer/kernel'
import type { AllowedPlan, BookRefusal, Objection, RuleEvaluation } from '@foyer/scheduling'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import { type Db, runIn } from '../../../platform/database/organization-db.ts'
import { withSavepoint } from '../../../platform/database/savepoint.ts'
import { type Booking, countKeys, planHere, timesOf } from '../booking/plan.ts'
import { insertAppointment, type NewAppointment } from '../booking/store.ts'
import { appointmentBooked, takenBy } from '../events.ts'
import { dayAround } from '../site-days.ts'
import { conflictOf } from '../taken.ts'
import { queueFor } from '../time/store.ts'

/** Why one visit of several cannot be: the first rule that says no, and all that do. */
export interface Why {
  readonly why: string
  readonly rules: readonly Objection[]
}

export interface Part {
  readonly booking: Booking & { readonly patientId: string }
  readonly visit: Pick<NewAppointment, 'note' | 'chain' | 'series'>
  readonly language: string | undefined
  /** What was looked at beside the rules of a booking. */
  readonly also?: readonly RuleEvaluation[]
}

/** Whoever books several takes all their turns at once and in one order: nobody waits in a circle. */
export async function takeTurns(
  db: Db,
  bookings: readonly Pick<Booking, 'practice' | 'place' | 'wanted'>[],
): Promise<void> {
  await runIn(db, queueFor(db, bookings.flatMap(timesOf), bookings.flatMap(countKeys)))
}

export function whyOf(error: BookRefusal | { readonly reason: string }): Why {
  return { why: error.reason, rules: 'rules' in error ? error.rules : [] }
}

/** What the database refuses is taken back alone, and says why. */
export async function apart<T, E>(db: Db, work: () => Promise<Result<T, E>>): Promise<Result<T, E | Why>> {
  try {
    return await withSavepoint(db, work)
  } catch (error) {
    const conflict = conflictOf(error)
    if (!conflict) throw error
    return refuse({ why: conflict === 'patient' ? 'patient-busy' : 'opening-taken', rules: [] })
  }
}

/** Books one visit of several, whose turn has come. Whoever books all tells the patient. */
export async function bookPart(ctx: Ctx, db: Db, part: Part): Promise<Result<AllowedPlan & { id: string }, Why>> {
  const { booking, visit, language, also = [] } = part
  const { place, patientId } = booking
  const plan = await planHere(db, booking, ctx)
  if (!plan.ok) return refuse(whyOf(plan.error))
  const id = ctx.newId()
  const fields: NewAppointment = {
    ...visit,
    id,
    patientId,
    visitTypeId: place.rule.id,
    siteId: place.siteId,
    rules: [...plan.value.rules, ...also],
  }
  const by = { at: ctx.now.toString(), staffId: staffOf(ctx.actor), name: ctx.actor.name }
  const saved = await apart<object, never>(db, async () => {
    await runIn(
      db,
      insertAppointment(db, fields, plan.value, by, () => ctx.newId()),
    )
    return ok({})
  })
  if (!saved.ok) return saved
  const date = dayAround(plan.value.start, place.zone).date
  const where = { id, patientId, siteId: place.siteId, date }
  await ctx.tell(db, appointmentBooked(where, language, takenBy(plan.value), true))
  return ok({ ...plan.value, id })
}
