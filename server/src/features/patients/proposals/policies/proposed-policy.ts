import { coveredBy, type OtherPolicy } from '@foyer/coverage'
import type { PolicyRow } from './store.ts'

/** Under which name a policy with another payer is asked about. */
export const policyField = 'coverage.another'

/** As a proposal keeps it. */
export interface ProposedPolicy extends OtherPolicy {
  /** Of the directory; null: it knew none that could be meant. */
  readonly payerId: string | null
  /** What the directory calls that payer. */
  readonly knownAs: string | null
  /** The day about which the payer was asked. */
  readonly on: string
}

/** What `proposed` of a proposal about a policy holds: nobody but us writes there. */
export function readProposedPolicy(proposed: unknown): ProposedPolicy {
  return proposed as ProposedPolicy
}

/** The policy of the person that is this one or with the same payer, and has not ended before the day; null: none. */
export function policyCovering(policy: ProposedPolicy, own: readonly PolicyRow[]): PolicyRow | null {
  const live = own.filter(({ periodEnd }) => periodEnd === null || periodEnd >= policy.on)
  return coveredBy(policy, policy.payerId, live)
}

/** What stands in the record in its place, as people read it. */
export function standingText(row: PolicyRow | null): string | null {
  return row && [row.payerName, row.memberId].filter((part) => part !== null).join(', ')
}
