import { leadRole } from '../visit-type.ts'
import { type CapKind, judge, type RuleEvaluation } from './rule.ts'
import type { Facts } from './wish.ts'

/**
 * On one civil day of the site not more visits of the type begin than its caps say, in all and with one lead; and not more
 * visits for new patients with one clinician than the clinician takes.
 */
export function capsHold({ wish, day: { date } }: Facts): RuleEvaluation[] {
  const { visitType, counts } = wish
  const lead = leadRole(visitType)?.name
  const leadId = wish.assignments.find(({ role }) => role === lead)?.resourceId
  const ofNew = visitType.forNewPatients && leadId ? wish.resources.get(leadId)?.newPatientsPerDay : undefined

  const cap = (of: CapKind, most: number | undefined, booked: number | null = null): RuleEvaluation[] =>
    most === undefined ? [] : [judge({ rule: 'cap', of, date, most, booked }, booked === null ? null : booked < most)]
  return [
    ...cap('day', visitType.caps?.perDay, counts?.ofType),
    ...cap('lead-and-day', visitType.caps?.perLeadAndDay, counts?.ofTypeWithLead),
    ...cap('new-patients', ofNew, counts?.ofNewWithLead),
  ]
}
