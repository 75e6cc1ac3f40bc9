import { addDays, ok, refuse, type Result } from '@foyer/kernel'

/** Civil dates, both days included; null: nobody knows. */
export interface Period {
  readonly start: string | null
  readonly end: string | null
}

export interface Residence<A> {
  readonly address: A | null
  /** First day there; null: nobody knows. */
  readonly since: string | null
  /** Where they lived before, in no order. */
  readonly former: readonly { readonly address: A; readonly period: Period }[]
}

/** Earliest day on which a move is possible; null: any. Nobody moves out of a home before a day in it. */
export function earliestMove<A>({ since, former }: Residence<A>): string | null {
  const ends = former.flatMap(({ period }) => period.end ?? [])
  const known = [...(since === null ? [] : [since]), ...ends].toSorted().at(-1)
  return known === undefined ? null : dayAfter(known)
}

/**
 * From `on` they live at `address`; what was home until the day before is a former one. Periods of homes never overlap:
 * nobody lives at two.
 */
export function move<A>(
  residence: Residence<A>,
  address: A,
  on: string,
): Result<Residence<A>, { readonly reason: 'move-too-early'; readonly earliest: string }> {
  const earliest = earliestMove(residence)
  if (earliest !== null && on < earliest) return refuse({ reason: 'move-too-early', earliest })
  const left =
    residence.address === null
      ? []
      : [{ address: residence.address, period: { start: startOf(residence), end: dayBefore(on) } }]
  return ok({ address, since: on, former: [...residence.former, ...left] })
}

/** Where nobody said since when, it was not before the last home was left. */
function startOf<A>({ since, former }: Residence<A>): string | null {
  if (since !== null) return since
  const last = former
    .flatMap(({ period }) => period.end ?? [])
    .toSorted()
    .at(-1)
  return last === undefined ? null : dayAfter(last)
}

export function overlap(a: Period, b: Period): boolean {
  return (
    (a.start === null || b.end === null || a.start <= b.end) && (b.start === null || a.end === null || b.start <= a.end)
  )
}

export type FormerHomeFault = 'period-backwards' | 'date-ahead' | 'homes-overlap'

/**
 * Why they cannot have lived somewhere in that time besides their other homes (`residence` is without it where it is
 * corrected); null: they can. Only days that somebody named count: of a home left in 2019 nobody knows whether they were
 * there in 2012.
 */
export function formerHomeFault(
  { address, since, former }: Residence<unknown>,
  period: Period,
  today: string,
): FormerHomeFault | null {
  if (isBackwards(period)) return 'period-backwards'
  if ((period.start ?? '') > today || (period.end ?? '') > today) return 'date-ahead'
  const last = period.end ?? period.start
  const isAfterMoving = address !== null && since !== null && last !== null && last >= since
  return isAfterMoving || former.some((other) => isSurelyBoth(other.period, period)) ? 'homes-overlap' : null
}

function isSurelyBoth(a: Period, b: Period): boolean {
  const [first, second] = [named(a), named(b)]
  return first !== null && second !== null && overlap(first, second)
}

/** The days that are known: one that has no beginning or no end is known on its other day. */
function named({ start, end }: Period): Period | null {
  return start === null && end === null ? null : { start: start ?? end, end: end ?? start }
}

export function isBackwards({ start, end }: Period): boolean {
  return start !== null && end !== null && end < start
}

function dayAfter(date: string): string {
  return addDays(date, 1)
}

function dayBefore(date: string): string {
  return addDays(date, -1)
}
