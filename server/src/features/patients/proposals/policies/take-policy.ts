import { payerMeant } from '@foyer/coverage'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { addFoundCoverage } from '../../coverage/add-found.ts'
import { findOverlap, selectCoverages } from '../../coverage/store.ts'
import { policyCovering, type ProposedPolicy } from './proposed-policy.ts'
import { selectKnownPayers, selectPolicyRows } from './store.ts'

export type NoPolicy =
  | { readonly reason: 'unknown-payer'; readonly payer: string }
  | { readonly reason: 'has-policy'; readonly policy: string }

/**
 * Adds the policy behind the others: who pays first is worked out elsewhere. The payer is looked up once more, since the
 * directory may know it by now.
 */
export async function takePolicy(
  ctx: Ctx,
  db: Db,
  patientId: string,
  policy: ProposedPolicy,
): Promise<Result<string, NoPolicy>> {
  const [payers, own] = await Promise.all([selectKnownPayers(db), selectPolicyRows(db, [patientId])])
  const payer = payers.find(({ id }) => id === policy.payerId) ?? payerMeant(payers, policy)
  if (!payer) return refuse({ reason: 'unknown-payer', payer: policy.payer })
  const standing = policyCovering({ ...policy, payerId: payer.id }, own)
  if (standing) return refuse({ reason: 'has-policy', policy: standing.payerName })
  const all = await selectCoverages(db, [patientId])
  const found = {
    payerId: payer.id,
    planName: null,
    memberId: policy.memberId,
    groupNumber: policy.groupNumber,
    relationship: policy.holder === null ? 'self' : 'other',
    subscriberName: policy.holder,
    periodStart: policy.from,
    periodEnd: policy.until,
    on: policy.on,
    order: Math.max(0, ...all.map(({ coverage_order }) => coverage_order)) + 1,
  }
  const period = { period_start: policy.from, period_end: policy.until }
  if (await findOverlap(db, patientId, { payer_id: payer.id, member_id: policy.memberId, ...period }, null))
    return refuse({ reason: 'has-policy', policy: payer.name })
  return ok(await addFoundCoverage(ctx, db, patientId, found))
}
