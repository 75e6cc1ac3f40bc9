import type { Body, Refusal, Reply, scheduling } from '@foyer/contract'
import { addDays, ok, refuse, type Result } from '@foyer/kernel'
import { bringsInterpreter } from '@foyer/scheduling'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { visitsBooked } from '../events.ts'
import { instantOfMs, msOf } from '../instants.ts'
import { nextOpenings } from '../openings/next-openings.ts'
import { overtakenBy } from '../openings/overtaken.ts'
import { openPlaceOf, type Place } from '../place.ts'
import { bookPart, takeTurns, type Why } from '../several/book-part.ts'
import { dayAround } from '../site-days.ts'
import { selectForBooking } from '../store.ts'
import { holderOf } from '../time/store.ts'
import { insertSeries } from './store.ts'

type Spec = typeof scheduling.bookSeries
type Missed = Why & { readonly occurrence: number; readonly start: string }
type Booked = Pick<Reply<Spec>, 'id' | 'booked'> & { readonly refused: readonly Missed[] }
type None = { readonly reason: 'nothing-possible'; readonly refused: readonly Missed[] }

/**
 * Books what was accepted of a plan, in one transaction: an occurrence that cannot be any more is reported with the next
 * best three, the others are booked. One transaction, so that the report is kept as the answer of the request: asked again
 * it says the same, and nothing is booked twice. The turns of all occurrences are taken together, so nobody gets between.
 */
export async function bookSeries(
  ctx: Ctx,
  practice: Practice,
  input: Body<Spec>,
  availability: AvailabilityBook,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { patientId, visitTypeId, siteId, overrides } = input
  const isInterpreted = input.occurrences.some(({ assignments }) => bringsInterpreter(assignments))
  const place = openPlaceOf(practice, visitTypeId, siteId, isInterpreted)
  ctx.touch(patientId)
  if (overrides) ctx.because(overrides.reason)
  const person = await selectForBooking(ctx.db, patientId, null, holderOf(ctx.actor))
  if (!person) throw new Problem('not-found')
  if (person.deceased) return refuse({ reason: 'patient-deceased' })
  const wanted = input.occurrences.toSorted((a, b) => a.occurrence - b.occurrence)
  const bookings = wanted.map((one) => ({ practice, place, wanted: one, patientId, overrides }))

  const answer = await ctx.tx<Booked, None>(async (db) => {
    const id = ctx.newId()
    ctx.touch(patientId, id)
    await takeTurns(db, bookings)
    const made = { at: ctx.now.toString(), staffId: staffOf(ctx.actor) }
    await insertSeries(db, {
      id,
      patientId,
      visitTypeId,
      rule: { ...input.rule, exceptions: input.exceptions },
      ...made,
    })
    const booked: Booked['booked'] = []
    const refused: Missed[] = []
    for (const [at, booking] of bookings.entries()) {
      const { occurrence = at, start = '' } = wanted[at] ?? {}
      const visit = { note: input.note, series: { id, occurrence } }
      const done = await bookPart(ctx, db, { booking, visit, language: input.language })
      if (!done.ok) refused.push({ occurrence, start, ...done.error })
      else {
        const { value } = done
        booked.push({ occurrence, id: value.id, start: instantOfMs(value.start), end: instantOfMs(value.end) })
      }
    }
    if (booked.length === 0) return refuse({ reason: 'nothing-possible', refused })
    const visits = booked.map((one) => one.id)
    await ctx.tell(db, visitsBooked({ id, patientId }, visits, input.language))
    return ok({ id, booked, refused })
  })
  const { refused } = answer.ok ? answer.value : answer.error
  const told = await withNextOf(ctx, practice, place, input, refused, availability)
  return answer.ok ? ok({ ...answer.value, refused: told }) : refuse({ ...answer.error, refused: told })
}

/** Looked up when it is told, not when it is kept: what was free then may be taken now. */
function withNextOf(
  ctx: Ctx,
  practice: Practice,
  place: Place,
  { patientId, occurrences, wish }: Body<Spec>,
  refused: readonly Missed[],
  availability: AvailabilityBook,
): Promise<Reply<Spec>['refused']> {
  return Promise.all(
    refused.map(async (one) => {
      const wanted = occurrences.find(({ occurrence }) => occurrence === one.occurrence)
      const isTaken = one.why === 'opening-taken' && wanted !== undefined
      const overtaken = isTaken ? await overtakenBy(ctx, { ...wanted, place }) : null
      const lost = { ...place, start: one.start, assignments: wanted?.assignments ?? [] }
      const within = wish && { ...wish, weekdays: [], ...datesFrom(one.start, place.zone) }
      const asked = { patientId, ...(within ? { within } : {}) }
      const next = await nextOpenings(ctx, practice, lost, asked, availability)
      return { ...one, ...(overtaken ? { overtaken } : {}), next }
    }),
  )
}

/** Two weeks from the date on. */
function datesFrom(start: string, zone: string): { readonly from: string; readonly to: string } {
  const from = dayAround(msOf(start), zone).date
  return { from, to: addDays(from, 13) }
}
