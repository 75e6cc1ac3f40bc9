import type { Db } from '../../../../platform/database/organization-db.ts'
import { dropProposals, selectProposalsOf } from '../store.ts'
import { policyCovering, policyField, readProposedPolicy } from './proposed-policy.ts'
import { selectPolicyRows } from './store.ts'

/** Nobody is asked about a policy that stands in the record by now, whoever wrote it there. */
export async function dropCovered(db: Db, patientId: string): Promise<void> {
  const asked = (await selectProposalsOf(db, patientId)).filter(({ field }) => field === policyField)
  if (asked.length === 0) return
  const own = await selectPolicyRows(db, [patientId])
  const covered = asked.filter(({ proposed }) => policyCovering(readProposedPolicy(proposed), own) !== null)
  await dropProposals(
    db,
    covered.map(({ id }) => id),
  )
}
