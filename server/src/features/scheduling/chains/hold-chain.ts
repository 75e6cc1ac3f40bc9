import type { Body, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { AllowedPlan } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { runIn } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { type Booking, planHere } from '../booking/plan.ts'
import { holdChanged, takenBy } from '../events.ts'
import { letGoHolds } from '../held.ts'
import { instantOfMs } from '../instants.ts'
import { dayAround } from '../site-days.ts'
import { planSeatOf } from '../groups/take-seat.ts'
import { whyOf } from '../several/book-part.ts'
import { patientExists } from '../store.ts'
import { conflictOf } from '../taken.ts'
import { holderOf, insertAllocations, insertHold, keepPatient } from '../time/store.ts'
import { gapsHold, inTurn, type LegNot, legRefusal, legsOf } from './legs.ts'

type Spec = typeof scheduling.holdChain
type Not = LegNot & { readonly reason: 'leg-not-possible' }

const holdMs = 5 * 60_000

interface Planned {
  readonly leg: number
  readonly booking: Booking
  readonly plan: AllowedPlan
}

/** Keeps all legs for five minutes, or none; of a seat in a group it only asks whether it is there. What the caller held before is let go in the same step. */
export async function holdChain(
  ctx: Ctx,
  practice: Practice,
  input: Body<Spec>,
  availability: AvailabilityBook,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId } = input
  if (patientId !== null) {
    ctx.touch(patientId)
    if (!(await patientExists(ctx.db, patientId))) throw new Problem('not-found')
  }
  const legs = legsOf(practice, input, patientId)
  const expiresAt = instantOfMs(ctx.now.epochMilliseconds + holdMs)
  const asked = { leg: 0 }
  const lost = async (not: LegNot) => refuse(await legRefusal(ctx, practice, input, patientId, not, availability))
  try {
    const answer = await ctx.tx<Reply<Spec>, Not>(async (db) => {
      for (const kept of keepPatient(db, patientId)) await runIn(db, kept)
      const turns = await inTurn(db, legs)
      if (!turns.ok) return refuse({ reason: 'leg-not-possible', ...turns.error })
      const gaps = gapsHold(ctx, input, turns.value)
      if (gaps.not) return refuse({ reason: 'leg-not-possible', ...gaps.not })
      // Their own holds are no obstacle to a plan, so all is planned before anything is held.
      const plans: Planned[] = []
      for (const [leg, { booking, group }] of turns.value.entries()) {
        // Nothing is kept of a group: whoever books the seat first has it.
        const possible = group ? await planSeatOf(ctx, db, practice, group, input) : null
        if (possible?.ok === false) return refuse({ reason: 'leg-not-possible', leg, ...whyOf(possible.error) })
        if (group) continue
        const plan = await planHere(db, booking, ctx)
        if (!plan.ok) return refuse({ reason: 'leg-not-possible', leg, ...whyOf(plan.error) })
        plans.push({ leg, booking, plan: plan.value })
      }
      await letGoHolds(ctx, db, practice)
      const ids: string[] = []
      for (const { leg, booking, plan } of plans) {
        const { place } = booking
        asked.leg = leg
        const id = ctx.newId()
        const held = { id, holder: holderOf(ctx.actor), patientId, visitTypeId: place.rule.id, siteId: place.siteId }
        await runIn(db, insertHold(db, { ...held, expiresAt }, plan))
        await runIn(
          db,
          insertAllocations(db, plan, { holdId: id }, () => ctx.newId()),
        )
        const date = dayAround(plan.start, place.zone).date
        await ctx.tell(db, holdChanged({ id, siteId: place.siteId, date }, takenBy(plan)))
        ids.push(id)
      }
      return ok({ ids, expiresAt })
    })
    return answer.ok ? answer : lost(answer.error)
  } catch (error) {
    if (!conflictOf(error)) throw error
    return lost({ leg: asked.leg, why: 'opening-taken', rules: [] })
  }
}
