import { minuteMs } from '../local-day.ts'
import type { Opening } from '../opening.ts'
import { type Calendar, calendarOf, type LegTime, legTime } from './chain-gap.ts'
import { type ChainLegOpenings, firstFrom, whatFails, withoutDeadEnds } from './reach.ts'

export type ChainOpening = {
  readonly legs: readonly Opening[]
  /** Minutes between the end of each leg and the start of the next. */
  readonly waits: readonly number[]
  /** Points of the legs, less what waiting on one day costs. Only to be compared within one answer. */
  readonly score: number
}

export type LegsAnswer = {
  readonly chains: readonly ChainOpening[]
  /** Where there are none: the first leg, from 0, that no choice of those before it reaches, and the nearest for it. */
  readonly failing: { readonly leg: number; readonly nearest: Opening | null } | null
}

/** How many continuations of a leg are followed: the soonest, and the best of a longer stretch. */
const soonest = 3
const ahead = 40
/** A minute of waiting on one day costs as much as this many points; a day later as much as `dayCost`. */
const waitCost = 0.25
const dayCost = 2

/**
 * Openings for visits that belong together, all legs at once, best first.
 *
 * 1. A leg begins when `legTime` lets it: after the leg before, in its gap.
 * 2. Better is what has better legs, less waiting between legs of one day, and its last leg sooner.
 * 3. Of chains that begin at the same time only the best is answered, so that each is another choice.
 *
 * Openings from which a later leg cannot be reached are put aside first; so wherever a chain is possible one is answered.
 * After each leg the three soonest continuations and the best of the forty soonest are followed.
 */
export function chainOpenings(legs: readonly ChainLegOpenings[], zone: string, limit: number): LegsAnswer {
  const calendar = calendarOf(zone)
  const sorted = legs.map(({ openings, gap }) => ({ gap, openings: openings.toSorted((a, b) => a.start - b.start) }))
  const alive = withoutDeadEnds(sorted, calendar)
  const best = new Map<number, ChainOpening>()

  function follow(chosen: readonly Opening[], last: Opening): void {
    const [openings, leg] = [alive[chosen.length], legs[chosen.length]]
    if (!openings || !leg) return keep(chosen)
    for (const next of continuations(openings, legTime(last, leg.gap, calendar))) follow([...chosen, next], next)
  }

  function keep(chosen: readonly Opening[]): void {
    const chain = scored(chosen, calendar)
    const known = best.get(startOf(chain))
    if (!known || known.score < chain.score) best.set(startOf(chain), chain)
  }

  for (const opening of alive[0] ?? []) follow([opening], opening)
  const chains = [...best.values()].sort((a, b) => b.score - a.score || startOf(a) - startOf(b)).slice(0, limit)
  return { chains, failing: chains.length > 0 ? null : whatFails(sorted, calendar) }
}

function continuations(openings: readonly Opening[], { earliest, latest }: LegTime): Opening[] {
  const from = firstFrom(openings, earliest)
  const possible: Opening[] = []
  let top: Opening | undefined
  for (const opening of openings.slice(from, from + ahead)) {
    if (opening.start > latest) break
    if (!top || top.score < opening.score) top = opening
    possible.push(opening)
  }
  return [...new Set([...possible.slice(0, soonest), ...(top ? [top] : [])])]
}

function scored(legs: readonly Opening[], { dateOf }: Calendar): ChainOpening {
  const waits = legs.slice(1).map(({ start }, at) => (start - (legs[at]?.end ?? start)) / minuteMs)
  const waited = waits.reduce((sum, wait, at) => {
    const [before, after] = [legs[at], legs[at + 1]]
    return before && after && dateOf(before.start) === dateOf(after.start) ? sum + wait : sum
  }, 0)
  const points = legs.reduce((sum, { score }) => sum + score, 0)
  const days = ((legs.at(-1)?.start ?? 0) - (legs[0]?.start ?? 0)) / 86_400_000
  return { legs, waits, score: points - waited * waitCost - days * dayCost }
}

function startOf({ legs }: Pick<ChainOpening, 'legs'>): number {
  return legs[0]?.start ?? Infinity
}
