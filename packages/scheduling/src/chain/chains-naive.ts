import { dateAt, daysBetween, Temporal } from '@foyer/kernel'
import type { Interval } from '../interval.ts'
import { minuteMs } from '../local-day.ts'
import { keptTime, type NaiveResource, naiveOpenings } from '../openings-naive.ts'
import type { ChainLeg, ChainRequest } from './chain.ts'

type Step = Interval & { readonly leadId: string; readonly seat?: true }
export type NaiveChain = { readonly start: number; readonly score: number }
export type NaiveChains = {
  readonly chains: readonly NaiveChain[]
  /** The leg that no chain came to, and when the chain before it ended soonest; null where it is the first. */
  readonly failed: { readonly leg: number; readonly soonestEnd: number | null } | undefined
}

/**
 * The same question as `findChains` for tests: every combination of every opening of every leg. Of those whose first leg
 * begins at one time with one kind of lead the best; best first.
 */
export function naiveChains(
  request: ChainRequest,
  resources: readonly NaiveResource[],
  lastDate: string,
  now: number,
): NaiveChains {
  const { legs, zone, from, usualPractitionerId, walking, patientBusy = [], ignore = [] } = request
  const steps = legs.map((leg, number) => {
    const to = number === 0 ? request.to : lastDate
    const { gap: _, groups = [], ...wish } = leg
    const length = leg.visitType.durationMinutes * minuteMs
    // A group of another length than its kind has by now is no leg.
    const those = groups.filter(({ start, end }) => end - start === length)
    return naiveOpenings(
      { ...wish, groups: those, zone, from, to, patientBusy, ignore, limit: Infinity },
      resources,
      now,
    ).map(({ score: _score, ...each }): Step => ({ ...each, end: each.start + length }))
  })
  const since = Math.max(
    now + (legs[0]?.visitType.leadMinutes ?? 0) * minuteMs,
    Temporal.PlainDate.from(from).toZonedDateTime(zone).epochMilliseconds,
  )
  const best = new Map<string, NaiveChain>()

  const ends = legs.map(() => Infinity)

  function extend(chosen: readonly Step[]): void {
    const leg = legs[chosen.length]
    const reached = chosen.at(-1)
    if (reached) ends[chosen.length - 1] = Math.min(ends[chosen.length - 1] ?? Infinity, reached.end)
    if (!leg) {
      const [first] = chosen
      if (!first) return
      const key = `${first.start} ${walking?.placeOf(first.leadId)} ${first.leadId === usualPractitionerId} ${first.seat}`
      const score = scoreOf(chosen)
      const before = best.get(key)
      if (!before || before.score < score) best.set(key, { start: first.start, score })
      return
    }
    for (const step of steps[chosen.length] ?? []) {
      const before = chosen.at(-1)
      const previous = legs[chosen.length - 1]
      if (before && previous && !follows(previous, leg, before, step)) continue
      extend([...chosen, step])
    }
  }

  function follows(previous: ChainLeg, leg: ChainLeg, before: Step, step: Step): boolean {
    const { gap = {} } = leg
    if (step.start < before.end) return false
    const all = new Set(previous.visitType.roles.flatMap(({ candidates }) => candidates))
    if (leg.visitType.roles.some(({ candidates }) => candidates.some((id) => all.has(id)))) {
      const kept = previous.visitType.roles.map((role) => keptTime(previous.visitType, role, before.start).end)
      const needed = leg.visitType.roles.map((role) => keptTime(leg.visitType, role, step.start).start)
      if (Math.min(...needed) < Math.max(...kept)) return false
    }
    const minutes = (step.start - before.end) / minuteMs
    const days = daysBetween(dateOf(before.start), dateOf(step.start))
    if ('sameDay' in gap)
      return days === 0 && minutes >= (gap.minMinutes ?? 0) && minutes <= (gap.maxWaitMinutes ?? Infinity)
    if ('minDays' in gap || 'maxDays' in gap) return days >= (gap.minDays ?? 0) && days <= (gap.maxDays ?? Infinity)
    if ('minMinutes' in gap || 'maxMinutes' in gap)
      return minutes >= (gap.minMinutes ?? 0) && minutes <= (gap.maxMinutes ?? Infinity)
    return true
  }

  function dateOf(instant: number): string {
    return dateAt(Temporal.Instant.fromEpochMilliseconds(instant), zone)
  }

  /** Counted in parts of a point, 2,160,000 each: a day is 40 points, so a part is a millisecond of it. */
  function scoreOf(chosen: readonly Step[]): number {
    let parts = since - (chosen.at(-1)?.start ?? 0)
    for (const [number, step] of chosen.entries()) {
      if (step.leadId === usualPractitionerId) parts += 50 * 2_160_000
      if (step.seat) parts += 32 * 2_160_000
      const before = chosen[number - 1]
      if (!before) continue
      if (dateOf(before.end - 1) === dateOf(step.start)) parts -= 1_080_000 * ((step.start - before.end) / minuteMs)
      parts -= 2_160_000 * (walking?.minutes(walking.placeOf(before.leadId), walking.placeOf(step.leadId)) ?? 0)
    }
    return parts
  }

  extend([])
  const chains = [...best.values()]
    .sort((a, b) => b.score - a.score || a.start - b.start)
    .map(({ start, score }) => ({ start, score: Math.round(1000 + score / 2_160_000) }))
  if (chains.length > 0) return { chains, failed: undefined }
  const leg = ends.indexOf(Infinity)
  return { chains, failed: { leg, soonestEnd: ends[leg - 1] ?? null } }
}
