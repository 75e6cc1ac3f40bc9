import type { Body, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { staffOf } from '../../../platform/auth/sessions.ts'
import { runIn } from '../../../platform/database/organization-db.ts'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { visitsBooked } from '../events.ts'
import { letGoHolds } from '../held.ts'
import { instantOfMs } from '../instants.ts'
import { takeSeat } from '../groups/take-seat.ts'
import { apart, bookPart, whyOf } from '../several/book-part.ts'
import { selectForBooking } from '../store.ts'
import { holderOf, keepPatient } from '../time/store.ts'
import { gapsHold, inTurn, type LegNot, legRefusal, legsOf } from './legs.ts'
import { insertChain } from './store.ts'

type Spec = typeof scheduling.bookChain
type Not = LegNot & { readonly reason: 'leg-not-possible' }

/** Books all legs in one transaction, or none. */
export async function bookChain(
  ctx: Ctx,
  practice: Practice,
  input: Body<Spec>,
  availability: AvailabilityBook,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId, chainTypeId, name, note, overrides } = input
  ctx.touch(patientId)
  if (overrides) ctx.because(overrides.reason)
  if (chainTypeId !== null && !practice.chainTypes.has(chainTypeId)) throw new Problem('not-found')
  const asked = legsOf(practice, input, patientId)
  const person = await selectForBooking(ctx.db, patientId, null, holderOf(ctx.actor))
  if (!person) throw new Problem('not-found')
  if (person.deceased) return refuse({ reason: 'patient-deceased' })

  const answer = await ctx.tx<Reply<Spec>, Not>(async (db) => {
    for (const kept of keepPatient(db, patientId)) await runIn(db, kept)
    const turns = await inTurn(db, asked)
    if (!turns.ok) return refuse({ reason: 'leg-not-possible', ...turns.error })
    const gaps = gapsHold(ctx, input, turns.value)
    if (gaps.not) return refuse({ reason: 'leg-not-possible', ...gaps.not })
    const id = ctx.newId()
    ctx.touch(patientId, id)
    await letGoHolds(ctx, db, practice)
    await insertChain(db, {
      id,
      patientId,
      chainTypeId,
      name,
      gaps: input.legs.map(({ gap }) => gap ?? null),
      at: ctx.now.toString(),
      staffId: staffOf(ctx.actor),
    })
    const legs: Reply<Spec>['legs'] = []
    for (const [leg, { booking, group, time }] of turns.value.entries()) {
      const said = gaps.rules[leg]
      const also = said ? [said] : []
      const visit = { note, chain: { id, leg } }
      const done = group
        ? await apart(db, async () => {
            const seat = { ...visit, patientId, language: input.language, overrides, also }
            const taken = await takeSeat(ctx, db, practice, group, seat)
            return taken.ok ? taken : refuse(whyOf(taken.error))
          })
        : await bookPart(ctx, db, { booking, visit, language: input.language, also })
      if (!done.ok) return refuse({ reason: 'leg-not-possible', leg, ...done.error })
      legs.push({ id: done.value.id, start: instantOfMs(time.start), end: instantOfMs(time.end) })
    }
    const visits = legs.map((leg) => leg.id)
    await ctx.tell(db, visitsBooked({ id, patientId }, visits, input.language))
    return ok({ id, legs })
  })
  if (answer.ok) return answer
  return refuse(await legRefusal(ctx, practice, input, patientId, answer.error, availability))
}
