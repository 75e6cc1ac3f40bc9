/** So many visits were so many days away. */
export interface DayCount {
  readonly days: number
  readonly count: number
}

/** What people understand: the same day, the next, this week, next week, a month, a quarter. */
const edges = [0, 1, 2, 8, 15, 31, 91] as const

export function spreadOf(counts: readonly DayCount[]): { from: number; to: number | null; count: number }[] {
  return edges.map((from, at) => {
    const next = edges[at + 1]
    const inside = counts.filter(({ days }) => days >= from && (next === undefined || days < next))
    return { from, to: next === undefined ? null : next - 1, count: total(inside) }
  })
}

export function total(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}

/** The smallest number of days that at least this share of visits did not exceed; null where there are none. */
export function quantile(counts: readonly DayCount[], share: number): number | null {
  const sorted = counts.filter(({ count }) => count > 0).toSorted((a, b) => a.days - b.days)
  const wanted = total(sorted) * share
  let seen = 0
  for (const { days, count } of sorted) {
    seen += count
    if (seen >= wanted) return days
  }
  return null
}

/** Whole percent; null where there is nothing to be a part of. */
export function percentOf(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((100 * part) / whole) : null
}
