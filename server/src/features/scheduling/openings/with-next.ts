import { refuse, type Result } from '@foyer/kernel'
import type { Objection } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { type NextOpening, nextOpenings, type Within } from './next-openings.ts'
import { type Overtakeable, type Overtaken, overtakenBy } from './overtaken.ts'

interface Wanted extends Overtakeable {
  readonly patientId: string | null
}

/** Somebody was faster. What was wanted goes along, for the next best to be found. */
export interface Lost<R extends string = 'opening-taken'> {
  readonly reason: R
  /** What says no, where somebody who may could book it all the same. */
  readonly rules?: readonly Objection[]
  readonly wanted: Wanted
}

interface LostReply<R> {
  readonly reason: R
  readonly rules?: readonly Objection[]
  readonly overtaken?: Overtaken
  readonly next: NextOpening[]
}

type Answered<E> = E extends { readonly wanted: Wanted; readonly reason: infer R } ? LostReply<R> : E

/** Puts what took the time, and the next best three for the same wish, beside every "somebody was faster". */
export async function withNext<T, E extends { readonly reason: string }>(
  ctx: Ctx,
  practice: Practice,
  availability: AvailabilityBook,
  result: Result<T, E>,
  within?: Within,
): Promise<Result<T, Answered<E>>> {
  if (result.ok) return result
  const { error } = result
  // Only what is lost says what was wanted.
  if (!('wanted' in error)) return refuse(error as Answered<E>)
  const { reason, rules, wanted } = error as unknown as Lost<string>
  const { place, start, assignments, patientId, appointmentId: movingId = null } = wanted
  const [overtaken, next] = await Promise.all([
    overtakenBy(ctx, wanted),
    nextOpenings(ctx, practice, { ...place, start, assignments }, { patientId, movingId, within }, availability),
  ])
  return refuse({ reason, ...(rules ? { rules } : {}), ...(overtaken ? { overtaken } : {}), next } as Answered<E>)
}
