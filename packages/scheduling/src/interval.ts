/** A half-open stretch of time: `start` belongs to it, `end` does not. Epoch milliseconds. */
export type Interval = { readonly start: number; readonly end: number }

/** Sorted, without overlaps, without empty ones; two that touch become one. */
export function merge(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((each) => each.start < each.end).sort((a, b) => a.start - b.start)
  const merged: Interval[] = []
  for (const next of sorted) {
    const last = merged.at(-1)
    if (last && next.start <= last.end) {
      if (next.end > last.end) merged[merged.length - 1] = { start: last.start, end: next.end }
    } else merged.push({ start: next.start, end: next.end })
  }
  return merged
}

/** What is left of `from` when `taken` is gone. Neither needs to be sorted; the answer is merged. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const holes = merge(taken)
  const left: Interval[] = []
  let next = 0
  for (const whole of merge(from)) {
    let start = whole.start
    while ((holes[next]?.end ?? Infinity) <= start) next++
    for (let index = next; index < holes.length; index++) {
      const hole = holes[index]
      if (!hole || hole.start >= whole.end) break
      if (hole.start > start) left.push({ start, end: hole.start })
      start = hole.end
    }
    if (start < whole.end) left.push({ start, end: whole.end })
  }
  return left
}

/** The time that lies in both. Neither needs to be sorted; the answer is merged. */
export function intersect(one: readonly Interval[], other: readonly Interval[]): Interval[] {
  const left = merge(one)
  const right = merge(other)
  const both: Interval[] = []
  let i = 0
  let j = 0
  for (let a = left[0], b = right[0]; a && b; a = left[i], b = right[j]) {
    const start = Math.max(a.start, b.start)
    const end = Math.min(a.end, b.end)
    if (start < end) both.push({ start, end })
    if (a.end <= b.end) i++
    else j++
  }
  return both
}

/** Two that only touch do not overlap, and an empty one overlaps nothing. */
export function overlaps(one: Interval, other: Interval): boolean {
  return Math.max(one.start, other.start) < Math.min(one.end, other.end)
}

/**
 * The one interval of `merged` (sorted and disjoint, as {@link merge} and {@link subtract} answer) in which `inner` lies
 * whole; `undefined` when there is none. Binary search.
 */
export function around<T extends Interval>(merged: readonly T[], inner: Interval): T | undefined {
  const found = merged[firstEndingAfter(merged, inner.start)]
  return found && found.start <= inner.start && inner.end <= found.end ? found : undefined
}

/** Does `inner` lie whole in one interval of `merged` (sorted and disjoint)? */
export function contains(merged: readonly Interval[], inner: Interval): boolean {
  return around(merged, inner) !== undefined
}

/** Index of the first interval of `merged` (sorted and disjoint) that ends after `instant`; its length when none does. */
export function firstEndingAfter(merged: readonly Interval[], instant: number): number {
  let low = 0
  let high = merged.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((merged[middle]?.end ?? Infinity) > instant) high = middle
    else low = middle + 1
  }
  return low
}
