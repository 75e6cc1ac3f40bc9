import { type OtherPayer, otherPolicies, otherPolicyKey, payerMeant } from '@foyer/coverage'
import type { Db } from '../../../../platform/database/organization-db.ts'
import type { Said } from '../ask-about.ts'
import { policyCovering, policyField, type ProposedPolicy } from './proposed-policy.ts'
import { selectKnownPayers, selectPolicyRows } from './store.ts'

/** What of other payers, as one tells of them, no policy of the person covers on the day that was asked about. */
export async function policiesToAsk(
  db: Db,
  patientId: string,
  { otherPayers, on }: { readonly otherPayers: readonly OtherPayer[]; readonly on: string },
): Promise<readonly Said[]> {
  const said = otherPolicies(otherPayers, on)
  if (said.length === 0) return []
  const [payers, own] = await Promise.all([selectKnownPayers(db), selectPolicyRows(db, [patientId])])
  return said.flatMap((one): Said[] => {
    const meant = payerMeant(payers, one)
    const proposed: ProposedPolicy = { ...one, payerId: meant?.id ?? null, knownAs: meant?.name ?? null, on }
    if (policyCovering(proposed, own)) return []
    return [{ field: policyField, about: otherPolicyKey(one), proposed }]
  })
}
