import type { Body, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { type BookingPlan, type BookRefusal, bringsInterpreter } from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import { type Db, type Statement, runIn } from '../../platform/database/organization-db.ts'
import type { HappenedEvent } from '../../platform/events/event.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import { isPlain } from './booking/facts/load-facts.ts'
import { type Booking, planInTurn, planPlain } from './booking/plan.ts'
import { holdChanged, takenBy } from './events.ts'
import { instantOfMs } from './instants.ts'
import { dateOf, heldTimes } from './held.ts'
import type { Lost } from './openings/with-next.ts'
import { openPlaceOf } from './place.ts'
import { planReply } from './present.ts'
import { dayAround } from './site-days.ts'
import { patientExists } from './store.ts'
import { conflictOf, isMissing } from './taken.ts'
import {
  deleteHoldsOf,
  holderOf,
  insertAllocations,
  insertHold,
  keepPatient,
  queueFor,
  selectHoldsOf,
  sweepHolds,
} from './time/store.ts'

type Spec = typeof scheduling.holdOpening
type Input = Omit<Body<Spec>, 'overrides'> & Partial<Pick<Body<Spec>, 'overrides'>>
type Refused = Exclude<Refusal<Spec>, { reason: 'opening-taken' }> | Lost

const holdMs = 5 * 60_000
/** Whoever books for themselves has to say who they are meanwhile, and to look into their mail. */
const guestHoldMs = 10 * 60_000

/** Keeps an opening for five minutes. Nobody holds two: the one before is let go in the same step. */
export async function hold(ctx: Ctx, practice: Practice, input: Input): Promise<Result<Reply<Spec>, Refused>> {
  const { patientId, siteId, visitTypeId } = input
  const place = openPlaceOf(practice, visitTypeId, siteId, bringsInterpreter(input.assignments))
  if (patientId !== null) {
    ctx.touch(patientId)
    if (!(await patientExists(ctx.db, patientId))) throw new Problem('not-found')
  }
  const booking: Booking = { ...input, practice, place, wanted: input }
  const lost = (error?: BookRefusal): Result<never, Refused> =>
    refuse({
      reason: 'opening-taken',
      wanted: { place, start: input.start, assignments: input.assignments, patientId },
      ...(error ? { rules: error.rules } : {}),
    })
  const before = await selectHoldsOf(ctx.db, holderOf(ctx.actor))
  const letGo = before.map((old) =>
    holdChanged({ id: old.id, siteId: old.site_id, date: dateOf(practice, old) }, heldTimes(old)),
  )
  const attempts = input.overrides || !isPlain(practice, place, input) ? [inTurn] : [atOnce, inTurn]
  for (const attempt of attempts) {
    try {
      const answer = await attempt(ctx, booking, input, letGo)
      if (answer.ok) return answer
      // Whoever sets rules aside has to hear all of them at once, also those for which the tables are looked at.
      if (attempt === atOnce) continue
      return answer.error.reason === 'opening-taken' ? lost(answer.error) : refuse(answer.error)
    } catch (error) {
      if (isMissing(error)) throw new Problem('not-found')
      if (!conflictOf(error)) throw error
    }
  }
  return lost()
}

type Attempt = (
  ctx: Ctx,
  booking: Booking,
  input: Input,
  letGo: readonly HappenedEvent[],
) => Promise<Result<Reply<Spec>, BookRefusal>>

const atOnce: Attempt = async (ctx, booking, input, letGo) => {
  const plan = planPlain(booking, ctx)
  if (!plan.ok) return plan
  const { db, actor, now } = ctx
  const { kept, statements, event } = saving(ctx, db, booking, input, plan.value)
  const { assignments } = plan.value
  const sweep = sweepHolds(db, assignments, now.toString(), holderOf(actor))
  const all = [...keepPatient(db, input.patientId), queueFor(db, assignments), sweep, ...statements]
  return ok(await ctx.save(kept, all, [...letGo, event]))
}

const inTurn: Attempt = (ctx, booking, input, letGo) =>
  ctx.tx<Reply<Spec>, BookRefusal>(async (db) => {
    for (const kept of keepPatient(db, input.patientId)) await runIn(db, kept)
    const plan = await planInTurn(db, booking, ctx)
    if (!plan.ok) return plan
    const { kept, statements, event } = saving(ctx, db, booking, input, plan.value)
    for (const statement of statements) await runIn(db, statement)
    for (const one of [...letGo, event]) await ctx.tell(db, one)
    return ok(kept)
  })

function saving(
  ctx: Ctx,
  db: Db,
  { place }: Booking,
  { patientId, siteId, visitTypeId }: Input,
  plan: BookingPlan,
): { kept: Reply<Spec>; statements: readonly Statement[]; event: HappenedEvent } {
  const id = ctx.newId()
  const holder = holderOf(ctx.actor)
  const expiresAt = instantOfMs(ctx.now.epochMilliseconds + (ctx.actor.role === 'patient' ? guestHoldMs : holdMs))
  return {
    kept: { id, expiresAt, ...planReply(plan) },
    statements: [
      deleteHoldsOf(db, holder),
      insertHold(db, { id, holder, patientId, visitTypeId, siteId, expiresAt }, plan),
      insertAllocations(db, plan, { holdId: id }, () => ctx.newId()),
    ],
    event: holdChanged({ id, siteId, date: dayAround(plan.start, place.zone).date }, takenBy(plan)),
  }
}
