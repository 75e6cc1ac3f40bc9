import { type OvertakenNames, overtakenText } from '../overtaken-text.ts'
import type { SchedulingSay } from '../words.ts'
import { mostKeys } from './keyed.ts'
import { type Opening, openingKey, type SeriesBooked } from '../shapes.ts'

/** An occurrence that could not be booked, with the next best instead. */
export type Missed = SeriesBooked['refused'][number]

type Keyed = Omit<Missed, 'next'> & {
  readonly next: ReadonlyArray<{ readonly key?: string; readonly opening: Opening }>
}

/** The first nine have a key, in the order in which they stand. */
export function keyedNext(missed: readonly Missed[]): readonly Keyed[] {
  let counted = 0
  return missed.map(({ next, ...rest }) => ({
    ...rest,
    next: next.map((opening) => {
      counted += 1
      return counted > mostKeys ? { opening } : { key: String(counted), opening }
    }),
  }))
}

/** One of its openings was booked: it is missed no more, and nobody is offered that opening again. */
export function withoutBooked(missed: readonly Missed[], booked: Pick<Opening, 'start' | 'assignments'>): Missed[] {
  const key = openingKey(booked)
  const at = missed.findIndex(({ next }) => next.some((one) => openingKey(one) === key))
  return missed
    .filter((_, index) => index !== at)
    .map((one) => ({ ...one, next: one.next.filter((other) => openingKey(other) !== key) }))
}

/**
 * Why it could not be booked, as sentences: what took the time, the patient is elsewhere, the group takes nobody, or the
 * rules say no.
 */
export function whyMissed(
  { why, rules, overtaken }: Pick<Missed, 'why' | 'rules' | 'overtaken'>,
  names: OvertakenNames,
  say: SchedulingSay,
): string {
  if (why === 'patient-busy') return say('missedBusy')
  if (why === 'group-closed') return say('missedClosed')
  if (why === 'already-in-it') return say('missedTwice')
  if (overtaken) return overtakenText(overtaken, names, say)
  if (why === 'opening-taken' || rules.length === 0) return say('missedTaken')
  return rules.map(({ rule }) => `${say(`override_${rule}`)}.`).join(' ')
}

/** The same of all of them, each reason once. */
export function whyAllMissed(missed: readonly Missed[], names: OvertakenNames, say: SchedulingSay): string {
  return [...new Set(missed.map((one) => whyMissed(one, names, say)))].join(' ')
}
