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

/** The middle of all visits, between the two where their number is even; null where there are none. */
export function median(counts: readonly DayCount[]): number | null {
  const all = total(counts)
  const [lower, upper] = [nth(counts, Math.ceil(all / 2)), nth(counts, Math.floor(all / 2) + 1)]
  return lower === null || upper === null ? null : (lower + upper) / 2
}

/** The smallest number of days that at least this share of visits did not exceed; null where there are none. */
export function quantile(counts: readonly DayCount[], share: number): number | null {
  return nth(counts, Math.ceil(total(counts) * share))
}

/** How far away the n-th visit is, nearest first; the first is 1. */
function nth(counts: readonly DayCount[], n: number): number | null {
  let seen = 0
  for (const { days, count } of counts.toSorted((a, b) => a.days - b.days)) {
    seen += count
    if (seen >= n && seen > 0) return days
  }
  return null
}

/** Whole percent; null where there is nothing to be a part of. */
export function percentOf(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((100 * part) / whole) : null
}
