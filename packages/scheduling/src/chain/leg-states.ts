import type { AvailabilityIndex } from '../availability/availability-index.ts'
import { tickMs, utcDay } from '../availability/ticks.ts'
import { dayMs } from '../local-day.ts'
import { type Search, searchOf } from '../search/search.ts'
import type { ChainLeg, ChainRequest } from './chain.ts'

/** A start of a leg with one kind of lead: those of one place, the usual clinician apart. */
export type State = {
  readonly start: number
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
  /** States of a UTC day, in order of time. */
  readonly on: (day: number) => readonly State[]
  /** Visits each state from an instant to another (not included) in order of time, until told to stop. */
  readonly between: (start: number, end: number, visit: (state: State) => boolean) => void
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
  const places = candidates.map(({ id }) => walking?.placeOf(id) ?? '')
  const numbers = new Map<string, number>()
  const kinds = candidates.map(({ id }, lead) => {
    const key = `${isClinician && id === usualPractitionerId ? 'usual' : ''} ${places[lead]}`
    const before = numbers.get(key)
    if (before !== undefined) return before
    numbers.set(key, numbers.size)
    return numbers.size - 1
  })
  const known = new Map<number, readonly State[]>()

  function on(day: number): readonly State[] {
    const before = known.get(day)
    if (before) return before
    const count = numbers.size
    const leads = new Map<number, number>()
    search.scan(day, (tick, lead) => {
      const key = tick * count + kinds[lead]!
      if (!leads.has(key)) leads.set(key, lead)
    })
    const states = [...leads.entries()]
      .sort(([a], [b]) => a - b)
      .map(([key, lead]): State => {
        const tick = Math.floor(key / count)
        const isUsual = isClinician && candidates[lead]!.id === usualPractitionerId
        const start = day * dayMs + tick * tickMs
        return { start, date: search.calendar.dateAt(start), day, tick, lead, place: places[lead]!, isUsual }
      })
    known.set(day, states)
    return states
  }

  return {
    search,
    on,
    between(start, end, visit) {
      const last = Math.min(search.last, end === Infinity ? search.last : utcDay(end - 1))
      for (let day = Math.max(search.first, utcDay(start)); day <= last; day++) {
        for (const state of on(day)) {
          if (state.start < start) continue
          if (state.start >= end || !visit(state)) return
        }
      }
    },
  }
}
