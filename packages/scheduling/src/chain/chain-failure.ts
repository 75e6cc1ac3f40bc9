import { addDays } from '@foyer/kernel'
import type { AvailabilityIndex } from '../availability/availability-index.ts'
import { dayMs } from '../local-day.ts'
import { openingsOf } from '../search/openings-of.ts'
import type { ChainRequest, ChainsAnswer } from './chain.ts'
import type { Continuations } from './continuations.ts'
import type { LegStates, State } from './leg-states.ts'

/** So many dates are looked at for the nearest. */
const nearestDays = 92

/**
 * Where no chain can be: the leg that cannot be placed after those before it, the latest that any chain came to, and its
 * nearest opening after the chain that ended soonest there.
 */
export function chainFailure(
  request: ChainRequest,
  index: AvailabilityIndex,
  now: number,
  states: readonly LegStates[],
  { after }: Continuations,
): NonNullable<ChainsAnswer['failed']> {
  const { legs, zone, patientBusy = [] } = request
  const { calendar, bounds } = states[0]!.search
  let leg = 0
  let reached = all(states[0]!)
  let soonest: State | undefined
  while (reached.length > 0 && leg < legs.length - 1) {
    soonest = reached[0]!
    reached = onward(leg, reached)
    leg += 1
  }
  const notBefore = soonest ? after(leg - 1, soonest).start : bounds.start
  const { gap: _, ...wish } = legs[leg]!
  const from = calendar.dateAt(Math.max(notBefore, bounds.start))
  const last = calendar.dateAt((index.firstDay + index.days) * dayMs - 1)
  const to = [addDays(from, nearestDays), last].sort()[0]!
  // Until then the patient is in the legs before.
  const busy = [...patientBusy, { start: notBefore - 30 * dayMs, end: notBefore }]
  const later = { ...wish, zone, from, to, patientBusy: busy, limit: 1 }
  const [nearest] = openingsOf(later, index, now, undefined, undefined, true).openings
  return { leg, notBefore, nearest: nearest ?? null }

  /** States of the next leg that may follow one of these, in order of time. */
  function onward(from: number, those: readonly State[]): State[] {
    const { at, firstFrom } = states[from + 1]!
    const found: State[] = []
    let number = 0
    for (const each of those) {
      const gap = after(from, each)
      number = Math.max(number, firstFrom(gap.start))
      for (let state = at(number); state && state.start < gap.end; state = at(++number)) found.push(state)
    }
    return found
  }
}

function all({ at }: LegStates): State[] {
  const found: State[] = []
  for (let state = at(0); state; state = at(found.length)) found.push(state)
  return found
}
