import type { CallInput, scheduling } from '@foyer/contract'
import { dateAt, minuteAt, Temporal } from '@foyer/kernel'
import type { Opening, SeriesQuestion } from '../shapes.ts'
import { type Repeat, ruledDate, ruleOf } from '../wish/repeat.ts'

/** Where somebody moved an occurrence: a civil date and minutes since midnight, both at the site. */
export type MovedTo = { readonly date: string; readonly atMinute: number }
/** By the number of the occurrence, from 0. */
export type Moves = ReadonlyMap<number, MovedTo>

type Planned = { readonly occurrence: number; readonly isMet: boolean; readonly opening: Opening | null }
type Exception = NonNullable<CallInput<typeof scheduling.bookSeries>['exceptions']>[number]

/** When something begins by the clock of the site. */
export function wallOf({ start }: Pick<Opening, 'start'>, zone: string): MovedTo {
  const at = Temporal.Instant.from(start)
  return { date: dateAt(at, zone), atMinute: minuteAt(at, zone) }
}

/**
 * The series that begins with an opening. Where its words name days and the opening is on another one, the rule keeps its
 * days and the first visit is the exception.
 */
export function ruleFrom(
  repeat: Repeat,
  first: Pick<Opening, 'start'>,
  zone: string,
): { readonly rule: SeriesQuestion['rule']; readonly moves: Moves } {
  const wall = wallOf(first, zone)
  const from = ruledDate(repeat, wall.date)
  return { rule: ruleOf(repeat, from, wall.atMinute), moves: new Map(from === wall.date ? [] : [[0, wall]]) }
}

export function exceptionsOf(moves: Moves): Exception[] {
  return [...moves].map(([occurrence, to]) => ({ occurrence, ...to }))
}

/** What the booked series says about single occurrences: left out, or at another time than its rule has them. */
export function bookedExceptions(
  planned: readonly Planned[],
  moves: Moves,
  isLeft: (occurrence: number) => boolean,
  zone: string,
): Exception[] {
  return planned.flatMap(({ occurrence, isMet, opening }): Exception[] => {
    if (opening === null || isLeft(occurrence)) return [{ occurrence, skip: true }]
    return isMet && !moves.has(occurrence) ? [] : [{ occurrence, ...wallOf(opening, zone) }]
  })
}
