import type { AvailabilityIndex } from '../availability/availability-index.ts'
import { tickMs } from '../availability/ticks.ts'
import { dayMs, minuteMs } from '../local-day.ts'
import { type Search, searchOf } from '../search/search.ts'
import type { ChainLeg, ChainRequest } from './chain.ts'

/** A start of a leg with one kind of lead: those of one place, the usual clinician apart. */
export type State = {
  readonly start: number
  readonly end: number
  /** Civil date of the start. */
  readonly date: string
  readonly day: number
  readonly tick: number
  /** First of the candidates of the kind who is free. */
  readonly lead: number
  readonly place: string
  readonly isUsual: boolean
}

export type LegStates = {
  readonly search: Search
  /** Some lead of it could be the usual clinician. */
  readonly hasUsual: boolean
  /** In order of time; undefined after the last. Days are looked at when first asked for. */
  readonly at: (number: number) => State | undefined
  /** The number of the first that begins then or later. */
  readonly firstFrom: (start: number) => number
}

/** Leads that are no different to a chain count as one: what is solved stays small however many there are. */
export function legStates(
  request: ChainRequest,
  leg: ChainLeg,
  index: AvailabilityIndex,
  now: number,
  to: string,
): LegStates {
  const { zone, from, usualPractitionerId, patientBusy = [], walking } = request
  const { gap: _, ...wish } = leg
  const search = searchOf({ ...wish, zone, from, to, patientBusy, limit: Infinity }, index, now)
  const candidates = search.seats[0]?.candidates ?? []
  const isClinician = search.seats[0]?.role === 'clinician'
  const isUsual = candidates.map(({ id }) => isClinician && id === usualPractitionerId)
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
    for (const [key, lead] of [...leads.entries()].sort(([a], [b]) => a - b)) {
      const tick = Math.floor(key / count)
      const start = day * dayMs + tick * tickMs
      states.push({
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
    return true
  }

  return {
    search,
    hasUsual: isUsual.includes(true),
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
