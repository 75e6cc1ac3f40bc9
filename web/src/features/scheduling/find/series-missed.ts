import { type Opening, openingKey, type SeriesBooked } from '../shapes.ts'

/** An occurrence that could not be booked, with the next best instead. */
export type Missed = SeriesBooked['refused'][number]

type Keyed = Pick<Missed, 'occurrence' | 'start'> & {
  readonly next: ReadonlyArray<{ readonly key?: string; readonly opening: Opening }>
}

/** There are keys for the first nine, in the order in which they stand. */
const mostKeys = 9

export function keyedNext(missed: readonly Missed[]): readonly Keyed[] {
  let counted = 0
  return missed.map(({ occurrence, start, next }) => ({
    occurrence,
    start,
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
