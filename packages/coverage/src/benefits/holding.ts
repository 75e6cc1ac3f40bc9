import type { Benefit, DateKind, Dated } from './eligibility.ts'
import { standingOn } from './spans.ts'

/** Kinds of dates that say how long something holds (DTP01 in 2100 and 2110 of X279A1). */
export const lasting = ['eligibility', 'plan', 'benefit', 'policy', 'period'] as const satisfies readonly DateKind[]

/**
 * Whether a statement holds on a day, by the dates in its own loop; one without any does. Each kind of them bounds it. Where
 * dates contradict each other it may hold.
 */
export function holdsOn({ dates }: Pick<Benefit, 'dates'>, day: string): boolean {
  return isOfServiceOn({ dates }, day) && lasting.every((kind) => mayHold(of(dates, kind), day))
}

/** Only what a statement says of a service on other days (DTP 472) says nothing of this one. */
export function isOfServiceOn({ dates }: Pick<Benefit, 'dates'>, day: string): boolean {
  const lines = of(dates, 'service').map((one) => (one.from === one.until ? monthOf(one) : one))
  return mayHold(lines, day)
}

/** Payers give back the day that they were asked about: cover begins and ends with months, so that it counts for its month. */
function monthOf(one: Dated): Dated {
  const month = (one.from ?? '').slice(0, 7)
  return { ...one, from: `${month}-01`, until: `${month}-31` }
}

function of(dates: readonly Dated[], wanted: DateKind): readonly Dated[] {
  return dates.filter(({ kind }) => kind === wanted)
}

function mayHold(lines: readonly Dated[], day: string): boolean {
  return lines.length === 0 || ['in', 'disputed'].includes(standingOn(lines, day).is)
}
