import { dayWords, tickMs, utcDay } from '../availability/ticks.ts'
import { overlaps } from '../interval.ts'
import { dayMs } from '../local-day.ts'
import type { GroupSession } from '../opening.ts'
import type { Option, Ranking } from './rank.ts'
import { isRuledOut } from './ruled-out.ts'
import type { Search } from './search.ts'
import { wishedFor } from './wished-for.ts'
import { wishMask } from './wish-mask.ts'

/** A group visit with a seat for the wish, and where it begins: a UTC day, and a tick of it. */
export type PossibleGroup = {
  readonly group: GroupSession
  readonly day: number
  readonly tick: number
  readonly leadId: string
}

export function groupOptions(search: Search, ranking: Ranking): Option[] {
  return possibleGroups(search).map(({ group, day, tick, leadId }) => {
    const score = ranking.scoreGroup(group, leadId)
    return { start: group.start, leadId, date: search.calendar.dateAt(group.start), score, day, tick, lead: -1, group }
  })
}

/**
 * Group visits that have been made, have a seat left and lie within the wish: dates, times, lead time and horizon, the
 * people asked for, where the patient is nowhere else and it suits them. Grid and caps bind visits that are made anew.
 */
export function possibleGroups({ request, seats, calendar, bounds }: Search): PossibleGroup[] {
  const { groups = [], patientBusy = [], not = [] } = request
  const wish = { ...request, patientBusy: [], not: [], visitType: { ...request.visitType, caps: {} } }
  const mask = new Uint32Array(dayWords)

  function isPossible(group: GroupSession, day: number, tick: number): boolean {
    if (group.seatsLeft <= 0 || group.start < bounds.start || group.start >= bounds.end) return false
    if (patientBusy.some((busy) => overlaps(busy, group)) || isRuledOut(not, calendar, group)) return false
    const isWhoIsWanted = seats.every(({ role }) => {
      const isWished = wishedFor(request, role)
      return !isWished || group.assignments.some((each) => each.role === role && isWished(each.resourceId))
    })
    // A start between two ticks is meant by the wish as its whole tick is.
    const whole = { start: Math.min(bounds.start, day * dayMs + tick * tickMs), end: bounds.end }
    return isWhoIsWanted && wishMask(wish, calendar, whole, day, mask) && isSet(mask, tick)
  }

  return groups.flatMap((group) => {
    const day = utcDay(group.start)
    const tick = Math.floor((group.start - day * dayMs) / tickMs)
    if (!isPossible(group, day, tick)) return []
    const leadId = group.assignments.find(({ role }) => role === seats[0]?.role)?.resourceId ?? ''
    return [{ group, day, tick, leadId }]
  })
}

function isSet(mask: Uint32Array, tick: number): boolean {
  return ((mask[tick >>> 5]! >>> (tick & 31)) & 1) === 1
}
