import type { AvailabilityIndex } from '../availability/availability-index.ts'
import { tickMs } from '../availability/ticks.ts'
import { dayMs, minuteMs } from '../local-day.ts'
import type { GroupSession } from '../opening.ts'
import { possibleGroups } from '../search/groups.ts'
import { type Search, searchOf } from '../search/search.ts'
import type { ChainLeg, ChainRequest } from './chain.ts'

/** A start of a leg with one kind of lead: those of one place, the usual clinician apart; or a seat in a group. */
export type State = {
  readonly start: number
  readonly end: number
  /** Civil date of the start. */
  readonly date: string
  readonly day: number
  readonly tick: number
  /** First of the candidates of the kind who is free; of a group -1. */
  readonly lead: number
  readonly place: string
  readonly isUsual: boolean
  readonly group?: GroupSession
}

export type LegStates = {
  readonly search: Search
  /** Some lead of it could be the usual clinician. */
  readonly hasUsual: boolean
  /** Some group has a seat for it. */
  readonly hasGroups: boolean
  /** In order of time; undefined after the last. Days are looked at when first asked for. */
  readonly at: (number: number) => State | undefined
  /** The number of the first that begins then or later. */
  readonly firstFrom: (start: number) => number
}

/**
 * Leads that are no different to a chain count as one: what is solved stays small however many there are. A group that
 * lasts longer or shorter than its kind by now does is no leg: a later start of a leg never ends sooner.
 */
export function legStates(
  request: ChainRequest,
  leg: ChainLeg,
  index: AvailabilityIndex,
  now: number,
  to: string,
): LegStates {
  const { zone, from, usualPractitionerId: usualId, patientBusy = [], walking } = request
  const { gap: _, ...wish } = leg
  const search = searchOf({ ...wish, zone, from, to, patientBusy, limit: Infinity }, index, now)
  const candidates = search.seats[0]?.candidates ?? []
  const isClinician = search.seats[0]?.role === 'clinician'
  const isUsual = candidates.map(({ id }) => isClinician && id === usualId)
  const places = candidates.map(({ id }) => walking?.placeOf(id) ?? '')
  const numbers = new Map<string, number>()
  const kinds = candidates.map((_known, lead) => {
    const key = `${isUsual[lead] ? 'usual' : ''} ${places[lead]}`
    const before = numbers.get(key)
    if (before !== undefined) return before
    numbers.set(key, numbers.size)
    return numbers.size - 1
  })
  const states: State[] = []
  const duration = leg.visitType.durationMinutes * minuteMs
  const groups = possibleGroups(search).filter(({ group }) => group.end - group.start === duration)
  const isUsualGroup = (leadId: string): boolean => isClinician && leadId === usualId
  let nextDay = search.first

  /** Adds the states of the next day; false when there is none. */
  function more(): boolean {
    if (nextDay > search.last) return false
    const day = nextDay++
    const count = numbers.size
    const leads = new Map<number, number>()
    search.scan(day, (tick, lead) => {
      const key = tick * count + kinds[lead]!
      if (!leads.has(key)) leads.set(key, lead)
    })
    const ofDay: State[] = []
    for (const [key, lead] of leads) {
      const tick = Math.floor(key / count)
      const start = day * dayMs + tick * tickMs
      ofDay.push({
        start,
        end: start + duration,
        date: search.calendar.dateAt(start),
        day,
        tick,
        lead,
        place: places[lead]!,
        isUsual: isUsual[lead]!,
      })
    }
    ofDay.push(...groupsOf(day))
    states.push(...ofDay.sort((a, b) => a.start - b.start || numberOf(a) - numberOf(b)))
    return true
  }

  /** Seats come after the leads of the same time. */
  function numberOf({ lead, group }: State): number {
    return group ? numbers.size : kinds[lead]!
  }

  /** Groups that begin at one time and are no different to a chain count as one, like leads. */
  function groupsOf(day: number): State[] {
    const found = new Map<string, State>()
    for (const { group, tick, leadId, ...at } of groups) {
      if (at.day !== day) continue
      const { start, end } = group
      const isUsualOne = isUsualGroup(leadId)
      const place = walking?.placeOf(leadId) ?? ''
      const key = `${start} ${isUsualOne} ${place}`
      const date = search.calendar.dateAt(start)
      const state = { start, end, date, day, tick, lead: -1, place, isUsual: isUsualOne, group }
      if (!found.has(key)) found.set(key, state)
    }
    return [...found.values()]
  }

  return {
    search,
    hasUsual: isUsual.includes(true) || groups.some(({ leadId }) => isUsualGroup(leadId)),
    hasGroups: groups.length > 0,
    at(number) {
      while (states.length <= number && more());
      return states[number]
    },
    firstFrom(start) {
      while ((states.length === 0 || states.at(-1)!.start < start) && more());
      let [low, high] = [0, states.length]
      while (low < high) {
        const middle = (low + high) >>> 1
        if (states[middle]!.start < start) low = middle + 1
        else high = middle
      }
      return low
    },
  }
}
