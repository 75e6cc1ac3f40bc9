import type { AvailabilityIndex } from '../availability/availability-index.ts'
import { dayMs, minuteMs } from '../local-day.ts'
import { fillSeats } from '../search/fill.ts'
import { freeTimeOf } from '../search/free-time.ts'
import { points } from '../search/rank.ts'
import type { Assignment } from '../visit-type.ts'
import type { Chain, ChainReason, ChainRequest, ChainsAnswer } from './chain.ts'
import { chainFailure } from './chain-failure.ts'
import { continuationsOf } from './continuations.ts'
import { legStates, type State } from './leg-states.ts'

/**
 * Points of a chain. It begins with 1000 and loses 40 for each day until its last leg begins, by the minute; half a point
 * for each minute of waiting between two legs on one date, and one for each minute of walking. Every leg with the usual
 * clinician is worth 50, and every seat in a group 32, as in the search of one visit: it takes nobody's time.
 */
const begin = 1000
/**
 * What a chain loses and gains, in milliseconds of waiting for its last leg: whole numbers, so that two chains that are as
 * good are equal in whichever order they are summed. 36 minutes are a point.
 */
const point = dayMs / 40
const worth = {
  usual: 50 * point,
  seat: points.joinsGroup * point,
  waiting: point / 2 / minuteMs,
  walking: point,
} as const

/** The rest of a chain from one of its states on. */
type Rest = { readonly score: number; readonly next: Rest | undefined; readonly state: State }

/**
 * All legs solved together: for each start and kind of lead of the first leg the best continuation, best first. Exact: a
 * later start of a leg never has more points than what it could gain by the usual clinician, a seat and shorter ways, so looking on
 * stops there. When there is none the answer names the leg that fails and what would be the nearest.
 *
 * @param now epoch milliseconds
 */
export function findChains(request: ChainRequest, index: AvailabilityIndex, now: number): ChainsAnswer {
  return index.asIfFree(request.ignore ?? [], () => solve(request, index, now))
}

function solve(request: ChainRequest, index: AvailabilityIndex, now: number): ChainsAnswer {
  const { legs, zone, walking } = request
  const calendar = index.calendar(zone)
  const lastDate = calendar.dateAt((index.firstDay + index.days) * dayMs - 1)
  const states = legs.map((leg, number) => legStates(request, leg, index, now, number === 0 ? request.to : lastDate))
  const [first] = states
  if (!first) return { chains: [] }
  const since = first.search.bounds.start
  const continuations = continuationsOf(legs, states, calendar)
  const { after, next, soonestLast } = continuations
  const known = legs.map((): Rest[] => [])
  /** Most that a leg by itself is worth, and all from a leg on. */
  const most = states.map(({ hasUsual, hasGroups }) => (hasUsual ? worth.usual : 0) + (hasGroups ? worth.seat : 0))
  const worthFrom = most.map((_leg, from) => most.slice(from).reduce((sum, each) => sum + each, 0))

  /** Most that a rest can have which begins with this state of the leg or a later one. */
  function mostFrom(leg: number, number: number): number {
    return worthFrom[leg]! - (soonestLast(leg, number) - since)
  }

  function between({ end, place }: State, following: State): number {
    const isSameDate = calendar.dateAt(end - 1) === following.date
    const waiting = isSameDate ? worth.waiting * (following.start - end) : 0
    return -waiting - worth.walking * (walking?.minutes(place, following.place) ?? 0)
  }

  /** The best rest from a state that leads to the end of the chain. */
  function bestFrom(leg: number, number: number): Rest {
    const before = known[leg]![number]
    if (before) return before
    const state = states[leg]!.at(number)!
    const own = (state.isUsual ? worth.usual : 0) + (state.group ? worth.seat : 0)
    let best: Rest | undefined
    if (leg === legs.length - 1) {
      best = { score: own - (state.start - since), next: undefined, state }
    } else {
      const gap = after(leg, state)
      let each = next(leg + 1, states[leg + 1]!.firstFrom(gap.start), gap.end)
      while (each !== undefined && (!best || own + mostFrom(leg + 1, each) > best.score)) {
        const rest = bestFrom(leg + 1, each)
        const score = own + rest.score + between(state, rest.state)
        if (!best || score > best.score) best = { score, next: rest, state }
        each = next(leg + 1, each + 1, gap.end)
      }
    }
    if (!best) throw new RangeError('asked from a state that leads nowhere')
    known[leg]![number] = best
    return best
  }

  const found: Rest[] = []
  for (let each = next(0, 0, Infinity); each !== undefined; each = next(0, each + 1, Infinity)) {
    const worst = found.length < request.limit ? -Infinity : found.at(-1)!.score
    if (mostFrom(0, each) <= worst) break
    const rest = bestFrom(0, each)
    if (rest.score <= worst) continue
    found.push(rest)
    found.sort((a, b) => b.score - a.score || a.state.start - b.state.start)
    if (found.length > request.limit) found.pop()
  }

  const soonest = found.reduce((least, rest) => Math.min(least, statesOf(rest).at(-1)!.start), Infinity)
  const chains = found.flatMap((rest) => build(rest) ?? [])
  return chains.length > 0 ? { chains } : { chains, failed: chainFailure(request, index, now, states, continuations) }

  function build(rest: Rest): Chain | undefined {
    const filled: Assignment[] = []
    const openings: Chain['legs'][number][] = []
    for (const [leg, { day, tick, lead, start, end, group }] of statesOf(rest).entries()) {
      const { search } = states[leg]!
      if (group) {
        openings.push({ start, end, assignments: group.assignments, group })
        continue
      }
      const assignments = fillSeats(search, freeTimeOf(index, false), day, tick, lead, filled)
      if (!assignments) return undefined
      filled.push(...assignments)
      openings.push({ start, end, assignments })
    }
    return { legs: openings, score: Math.round(begin + rest.score / point), reasons: reasonsOf(statesOf(rest)) }
  }

  function reasonsOf(chosen: readonly State[]): ChainReason[] {
    const reasons: ChainReason[] = []
    if (chosen.at(-1)?.start === soonest) reasons.push({ code: 'soonest' })
    const dates = new Set(chosen.map(({ start }) => calendar.dateAt(start)))
    if (dates.size === 1 && chosen.length > 1) reasons.push({ code: 'one-day' })
    let waiting = 0
    let way = 0
    for (const [leg, state] of chosen.entries()) {
      const next = chosen[leg + 1]
      if (!next) break
      const { end } = state
      if (calendar.dateAt(end - 1) === calendar.dateAt(next.start)) waiting += (next.start - end) / minuteMs
      way += walking?.minutes(state.place, next.place) ?? 0
    }
    if (waiting > 0) reasons.push({ code: 'waiting', minutes: waiting })
    if (way > 0) reasons.push({ code: 'walking', minutes: way })
    const resourceId = request.usualPractitionerId
    const usual = chosen.filter(({ isUsual }) => isUsual).length
    if (resourceId !== undefined && usual > 0) reasons.push({ code: 'usual-clinician', resourceId, legs: usual })
    return reasons
  }
}

function statesOf(rest: Rest): State[] {
  const states: State[] = []
  for (let each: Rest | undefined = rest; each; each = each.next) states.push(each.state)
  return states
}
