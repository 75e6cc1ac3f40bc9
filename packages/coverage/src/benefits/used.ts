import type { Benefit, Period } from './eligibility.ts'

type Timed = Pick<Benefit, 'period' | 'isRemaining'>

/**
 * An amount or a number of the year to date (EB06 or HSD05 24) is what was paid or used so far: neither the whole of a
 * deductible or a maximum, nor what is left of it.
 */
export function isUsed({ period, isRemaining }: Timed): boolean {
  return period === 'year-to-date' && !isRemaining
}

const years = new Set<Period | null>([null, 'year', 'service-year', 'calendar-year', 'contract'])

/** A whole of which what was paid this year takes away: not one of a lifetime, nor of an illness. */
export function isWholeOfYear({ period, isRemaining }: Timed): boolean {
  return !isRemaining && years.has(period)
}
