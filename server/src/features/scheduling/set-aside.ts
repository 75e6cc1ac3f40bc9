import type { RuleEvaluation } from '@foyer/scheduling'
import type { LockedAppointment } from './store.ts'

/** The rules that somebody set aside when the visit got the place it has, each with the reason. */
export function setAsideFor(visit: Pick<LockedAppointment, 'rules'>): readonly RuleEvaluation[] {
  // The column holds nothing else.
  const rules = visit.rules as unknown as readonly RuleEvaluation[]
  return rules.filter(({ overriddenBecause }) => overriddenBecause !== undefined)
}
