import type { Body, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import { holdChanged } from './events.ts'
import { instantOfMs, msOf } from './instants.ts'
import { nextOpenings } from './openings/next-openings.ts'
import { openPlaceOf, planPlace } from './place.ts'
import { planReply } from './present.ts'
import { dayAround } from './site-days.ts'
import { patientExists } from './store.ts'
import {
  deleteHoldsOf,
  holderOf,
  insertAllocations,
  insertHold,
  queueFor,
  selectHoldsOf,
  sweepHolds,
} from './time/store.ts'
import { conflictOf, isMissing } from './taken.ts'

type Spec = typeof scheduling.holdOpening

const holdMs = 5 * 60_000
/** Whoever books for themselves has to say who they are meanwhile, and to look into their mail. */
const guestHoldMs = 10 * 60_000

/** Keeps an opening for five minutes. Nobody holds two: the one before is let go in the same step. */
export async function hold(
  ctx: Ctx,
  practice: Practice,
  input: Body<Spec>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId, siteId, visitTypeId } = input
  const { db, actor } = ctx
  const place = openPlaceOf(practice, visitTypeId, siteId)
  if (patientId !== null) {
    ctx.touch(patientId)
    if (!(await patientExists(db, patientId))) throw new Problem('not-found')
  }
  const lost = async (): Promise<Result<never, Refusal<Spec>>> =>
    refuse({
      reason: 'opening-taken',
      next: await nextOpenings(ctx, practice, { ...place, start: input.start }, patientId),
    })

  const plan = planPlace(practice, place, input, ctx.now)
  if (!plan.ok) return plan.error.reason === 'opening-taken' ? lost() : refuse(plan.error)

  const holder = holderOf(actor)
  const before = await selectHoldsOf(db, holder)
  const id = ctx.newId()
  const at = ctx.now.toString()
  const expiresAt = instantOfMs(ctx.now.epochMilliseconds + (actor.role === 'patient' ? guestHoldMs : holdMs))
  const fresh = { id, holder, patientId, visitTypeId, siteId, expiresAt }
  try {
    const kept = await ctx.save(
      { id, expiresAt, ...planReply(plan.value) },
      [
        queueFor(db, plan.value.assignments),
        deleteHoldsOf(db, holder),
        sweepHolds(db, plan.value.assignments, at, holder),
        insertHold(db, fresh, plan.value),
        insertAllocations(db, plan.value, { holdId: id }, () => ctx.newId()),
      ],
      [
        ...before.map((old) => holdChanged({ id: old.id, siteId: old.site_id, date: dateOf(practice, old) })),
        holdChanged({ id, siteId, date: dayAround(plan.value.start, place.zone).date }),
      ],
    )
    return ok(kept)
  } catch (error) {
    if (isMissing(error)) throw new Problem('not-found')
    if (!conflictOf(error)) throw error
    return lost()
  }
}

/** Civil date at its site on which a hold begins. */
export function dateOf(practice: Practice, { site_id, starts_at }: { site_id: string; starts_at: string }): string {
  return dayAround(msOf(starts_at), practice.sites.get(site_id)?.timeZone ?? 'UTC').date
}
