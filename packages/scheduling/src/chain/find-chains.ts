import type { AvailabilityIndex } from '../availability/availability-index.ts'
import type { Interval } from '../interval.ts'
import { dayMs, minuteMs } from '../local-day.ts'
import type { Opening } from '../opening.ts'
import { fillSeats } from '../search/fill.ts'
import { freeTimeOf } from '../search/free-time.ts'
import { openingsOf } from '../search/openings-of.ts'
import type { Assignment } from '../visit-type.ts'
import type { Chain, ChainReason, ChainRequest, ChainsAnswer } from './chain.ts'
import { buffersBetween, gapAfter } from './gap.ts'
import { legStates, type State } from './leg-states.ts'

/**
 * Points of a chain. It begins with 1000 and loses 40 for each day until its last leg begins, by the minute; half a point
 * for each minute of waiting between two legs on one date, and one for each minute of walking. Every leg with the usual
 * clinician is worth 50.
 */
const begin = 1000
/**
 * What a chain loses and gains, in milliseconds of waiting for its last leg: whole numbers, so that two chains that are as
 * good are equal in whichever order they are summed. 36 minutes are a point.
 */
const point = dayMs / 40
const worth = { usual: 50 * point, waiting: point / 2 / minuteMs, walking: point } as const

/** The rest of a chain from one of its states on. */
type Rest = { readonly score: number; readonly next: Rest | undefined; readonly state: State }

/**
 * All legs solved together: for each start and kind of lead of the first leg the best continuation, best first. Exact: a
 * later start of a leg never has more points than what it could gain by the usual clinician and shorter ways, so looking on
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
  const known = legs.map(() => new Map<State, Rest | undefined>())
  const buffers = legs.map(({ visitType }, leg) => {
    const before = legs[leg - 1]
    return before ? buffersBetween(before.visitType, visitType) : 0
  })
  /** How far any chain came, and the leg that ends soonest there. */
  let deepest = -1
  let reached: Interval | undefined

  function endOf(leg: number, state: State): number {
    return state.start + legs[leg]!.visitType.durationMinutes * minuteMs
  }

  /** Most that a rest can have whose first leg begins then. */
  function mostFrom(leg: number, start: number): number {
    return worth.usual * (legs.length - leg) - (start - since)
  }

  function between(leg: number, before: State, after: State): number {
    const end = endOf(leg, before)
    const isSameDate = calendar.dateAt(end - 1) === after.date
    const waiting = isSameDate ? worth.waiting * (after.start - end) : 0
    return -waiting - worth.walking * (walking?.minutes(before.place, after.place) ?? 0)
  }

  function bestFrom(leg: number, state: State): Rest | undefined {
    const memo = known[leg]!
    if (memo.has(state)) return memo.get(state)
    const time = { start: state.start, end: endOf(leg, state) }
    if (!reached || leg > deepest || (leg === deepest && time.end < reached.end)) {
      deepest = leg
      reached = time
    }
    const own = state.isUsual ? worth.usual : 0
    let best: Rest | undefined
    if (leg === legs.length - 1) {
      best = { score: own - (state.start - since), next: undefined, state }
    } else {
      const gap = gapAfter(legs[leg + 1]!, buffers[leg + 1]!, time, calendar)
      const most = (start: number): number => own + mostFrom(leg + 1, start)
      states[leg + 1]!.between(gap.start, gap.end, (next) => {
        if (best && most(next.start) <= best.score) return false
        const rest = bestFrom(leg + 1, next)
        if (!rest) return true
        const score = own + rest.score + between(leg, state, next)
        if (!best || score > best.score) best = { score, next: rest, state }
        return true
      })
    }
    memo.set(state, best)
    return best
  }

  const found: Rest[] = []
  first.between(-Infinity, Infinity, (state) => {
    const worst = found.length < request.limit ? -Infinity : found.at(-1)!.score
    if (mostFrom(0, state.start) <= worst) return false
    const rest = bestFrom(0, state)
    if (!rest || rest.score <= worst) return true
    found.push(rest)
    found.sort((a, b) => b.score - a.score || a.state.start - b.state.start)
    if (found.length > request.limit) found.pop()
    return true
  })

  const soonest = found.reduce((least, rest) => Math.min(least, statesOf(rest).at(-1)!.start), Infinity)
  const chains = found.flatMap((rest) => build(rest) ?? [])
  return chains.length > 0 ? { chains } : { chains, failed: failure() }

  function build(rest: Rest): Chain | undefined {
    const filled: Assignment[] = []
    const openings: Chain['legs'][number][] = []
    for (const [leg, { day, tick, lead, start }] of statesOf(rest).entries()) {
      const { search } = states[leg]!
      const assignments = fillSeats(search, freeTimeOf(index, false), day, tick, lead, filled)
      if (!assignments) return undefined
      filled.push(...assignments)
      openings.push({ start, end: start + legs[leg]!.visitType.durationMinutes * minuteMs, assignments })
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
      const end = endOf(leg, state)
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

  function failure(): NonNullable<ChainsAnswer['failed']> {
    const leg = Math.min(deepest + 1, legs.length - 1)
    const notBefore = leg > 0 && reached ? gapAfter(legs[leg]!, buffers[leg]!, reached, calendar).start : since
    const { gap: _, ...wish } = legs[leg]!
    const from = calendar.dateAt(Math.max(notBefore, since))
    const busy = [...(request.patientBusy ?? []), { start: notBefore - 30 * dayMs, end: notBefore }]
    const later = { ...wish, zone, from, to: lastDate, patientBusy: busy, limit: 1 }
    const nearest: Opening | undefined = openingsOf(later, index, now, undefined, undefined, true).openings[0]
    return { leg, notBefore, nearest: nearest ?? null }
  }
}

function statesOf(rest: Rest): State[] {
  const states: State[] = []
  for (let each: Rest | undefined = rest; each; each = each.next) states.push(each.state)
  return states
}
