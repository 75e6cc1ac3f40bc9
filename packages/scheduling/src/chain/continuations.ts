import type { Calendar } from '../availability/zone-days.ts'
import type { Interval } from '../interval.ts'
import type { ChainLeg } from './chain.ts'
import { buffersBetween, gapsAfter } from './gap.ts'
import type { LegStates, State } from './leg-states.ts'

/** Which states of the legs lead to the end of the chain, worked out when first asked for, each once. */
export type Continuations = {
  /** When the next leg may begin after a state of a leg; `end` is not included. */
  readonly after: (leg: number, state: State) => Interval
  /** The number of the first state of a leg, from a number on and before an instant, from which the chain can be ended. */
  readonly next: (leg: number, from: number, until: number) => number | undefined
  /** When the last leg begins at the soonest after this state of a leg, or any later one. The state leads to the end. */
  readonly soonestLast: (leg: number, number: number) => number
}

const unknown = 0
const open = 1
const dead = 2

/**
 * A later state of a leg lets the next leg begin no sooner and end its gap no sooner. So what leads nowhere is passed over
 * once and for all, and what comes soonest after a state bounds what comes after all later ones: the work grows with the
 * number of states, not with the number of pairs of them, also where there is no chain at all.
 */
export function continuationsOf(
  legs: readonly ChainLeg[],
  states: readonly LegStates[],
  calendar: Calendar,
): Continuations {
  const last = legs.length - 1
  const gaps = legs.map((leg, number) => {
    const before = legs[number - 1]
    return gapsAfter(leg, before ? buffersBetween(before.visitType, leg.visitType) : 0, calendar)
  })
  const verdicts = legs.map((): number[] => [])
  /** Of a dead state one after it before which all are dead. */
  const jumps = legs.map((): number[] => [])
  const soonest = legs.map((): number[] => [])

  function after(leg: number, state: State): Interval {
    return gaps[leg + 1]!(state)
  }

  function leadsOn(leg: number, number: number, state: State): boolean {
    if (leg === last) {
      soonest[leg]![number] = state.start
      return true
    }
    const { start, end } = after(leg, state)
    const found = next(leg + 1, states[leg + 1]!.firstFrom(start), end)
    if (found === undefined) return false
    soonest[leg]![number] = soonest[leg + 1]![found]!
    return true
  }

  function next(leg: number, from: number, until: number): number | undefined {
    const [verdict, jump, { at }] = [verdicts[leg]!, jumps[leg]!, states[leg]!]
    const passed: number[] = []
    let number = from
    let found: number | undefined
    for (let state = at(number); state && state.start < until; state = at(number)) {
      if ((verdict[number] ?? unknown) === unknown) verdict[number] = leadsOn(leg, number, state) ? open : dead
      if (verdict[number] === open) {
        found = number
        break
      }
      passed.push(number)
      number = jump[number] ?? number + 1
    }
    for (const each of passed) jump[each] = number
    return found
  }

  return { after, next, soonestLast: (leg, number) => soonest[leg]![number]! }
}
