import type { RuleEvaluation } from '@foyer/scheduling'
import type { LockedAppointment } from './store.ts'

/** How the rules stood when the visit got the place it has. */
export function rulesOf(visit: Pick<LockedAppointment, 'rules'>): readonly RuleEvaluation[] {
  // The column holds nothing else.
  return visit.rules as unknown as readonly RuleEvaluation[]
}

/** Of those the ones that somebody set aside, each with the reason. */
export function setAsideFor(visit: Pick<LockedAppointment, 'rules'>): readonly RuleEvaluation[] {
  return setAside(rulesOf(visit))
}

export function setAside(rules: readonly RuleEvaluation[]): readonly RuleEvaluation[] {
  return rules.filter(({ overriddenBecause }) => overriddenBecause !== undefined)
}
