import type { Opening } from '../opening.ts'
import { type Calendar, type LegGap, legTime } from './chain-gap.ts'

/** All openings of one leg, and its gap to the leg before. */
export type ChainLegOpenings = { readonly openings: readonly Opening[]; readonly gap?: LegGap | undefined }

/** Of each leg, whose openings are in order, those from which every later leg can be reached. */
export function withoutDeadEnds(legs: readonly ChainLegOpenings[], calendar: Calendar): readonly Opening[][] {
  const kept: Opening[][] = []
  let next: ChainLegOpenings | null = null
  for (const { openings, gap } of legs.toReversed()) {
    const after: ChainLegOpenings | null = next
    const alive: Opening[] = openings.filter((opening) => {
      if (!after) return true
      const { earliest, latest } = legTime(opening, after.gap, calendar)
      const first = after.openings[firstFrom(after.openings, earliest)]
      return first !== undefined && first.start <= latest
    })
    kept.unshift(alive)
    next = { openings: alive, gap }
  }
  return kept
}

/** The first leg, from 0, that no choice of those before it reaches, and the nearest opening there is for it. */
export function whatFails(
  legs: readonly ChainLegOpenings[],
  calendar: Calendar,
): { readonly leg: number; readonly nearest: Opening | null } | null {
  let reached: readonly Opening[] = []
  for (const [at, { openings, gap }] of legs.entries()) {
    const marks = at === 0 ? null : marksOf(openings, reached, gap, calendar)
    const now = openings.filter((_, index) => marks?.[index] ?? true)
    if (now.length === 0) {
      const earliest = Math.min(...reached.map(({ end }) => end))
      return { leg: at, nearest: openings.find(({ start }) => start >= earliest) ?? null }
    }
    reached = now
  }
  return null
}

/** Which openings, in order, begin when one of the leg before lets them. */
function marksOf(
  openings: readonly Opening[],
  before: readonly Opening[],
  gap: LegGap | undefined,
  calendar: Calendar,
): boolean[] {
  const steps = Array.from({ length: openings.length + 1 }, () => 0)
  for (const opening of before) {
    const { earliest, latest } = legTime(opening, gap, calendar)
    const [from, until] = [firstFrom(openings, earliest), firstFrom(openings, latest + 1)]
    if (from >= until) continue
    steps[from] = (steps[from] ?? 0) + 1
    steps[until] = (steps[until] ?? 0) - 1
  }
  let open = 0
  return openings.map((_, at) => {
    open += steps[at] ?? 0
    return open > 0
  })
}

/** Where the openings begin that start at `earliest` or later; they are in order. */
export function firstFrom(openings: readonly Opening[], earliest: number): number {
  let [low, high] = [0, openings.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((openings[middle]?.start ?? Infinity) < earliest) low = middle + 1
    else high = middle
  }
  return low
}
