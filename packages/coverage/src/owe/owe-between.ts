import { owe, type Owed } from './owe.ts'
import type { Owing } from './owing.ts'

/**
 * The same visit in every case that may be so: with either payer first, with a plan that may not be active. The lowest and
 * the highest of them bound what is owed; what is missing in any of them is missing.
 *
 * @param cases at least one
 */
export function oweBetween(cases: readonly [Owing, ...Owing[]]): Owed {
  const [first, ...others] = cases.map(owe) as [Owed, ...Owed[]]
  return others.reduce(
    (bounds, one) => ({
      cents: {
        low: Math.min(bounds.cents.low, one.cents.low),
        high: Math.max(bounds.cents.high, one.cents.high),
      },
      low: one.cents.low < bounds.cents.low ? one.low : bounds.low,
      high: one.cents.high > bounds.cents.high ? one.high : bounds.high,
      missing: [...new Set([...bounds.missing, ...one.missing])],
    }),
    first,
  )
}
