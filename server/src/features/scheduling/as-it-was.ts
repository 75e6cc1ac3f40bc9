import type { RuleCode, RuleEvaluation } from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import type { Booking } from './booking/plan.ts'
import { msOf } from './instants.ts'
import type { Place, WantedTime } from './place.ts'
import { setAside } from './set-aside.ts'

/**
 * What lets a visit have a time again that it had: what somebody set aside when it was made stays set aside, and what has
 * begun meanwhile is no booking in the past.
 *
 * @param rules as they stood for that time
 * @param asBefore rules of which it does not matter what they say by now
 */
export function asItWas(
  ctx: Pick<Ctx, 'now'>,
  { start }: Pick<WantedTime, 'start'>,
  rules: readonly RuleEvaluation[],
  asBefore: readonly RuleCode[] = [],
): Required<Pick<Booking, 'again' | 'overrides'>> {
  const overridden = setAside(rules)
  const codes = overridden.map(({ rule }) => rule)
  return {
    again: { now: Math.min(ctx.now.epochMilliseconds, msOf(start)) },
    overrides: { rules: [...codes, ...asBefore], reason: overridden[0]?.overriddenBecause ?? 'as before' },
  }
}

/** Asks for nobody who took no part: its type may want more people by now than it did then. */
export function withoutOthers(place: Place, assignments: WantedTime['assignments']): Place {
  const roles = place.rule.roles.filter(({ name }) => assignments.some(({ role }) => role === name))
  return { ...place, rule: { ...place.rule, roles } }
}
