/**
 * Splits a sum into whole parts by weights, none of which gets a cent more than a cent too much: the largest remainders are
 * rounded up (method of Hamilton). The parts always add up to the sum; without weights the first takes all.
 */
export function shareOut(total: number, weights: readonly number[]): readonly number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0) return weights.map((_, at) => (at === 0 ? total : 0))
  const exact = weights.map((weight) => (total * weight) / whole)
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((sum, part) => sum + part, 0)
  const byRemainder = exact
    .map((value, at) => ({ at, remainder: value - Math.floor(value) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.at - b.at)
  const up = new Set(byRemainder.slice(0, left).map(({ at }) => at))
  return parts.map((part, at) => (up.has(at) ? part + 1 : part))
}
