import { eligibility, planRestrictions, restricted } from '@foyer/contract'
import { refresh } from '../../../app/ask.ts'

/** Everything that tells what is kept from the plan asks again. */
export async function refreshRestrictions(): Promise<void> {
  await refresh(
    planRestrictions.listPlanRestrictions,
    eligibility.readCoverageCards,
    eligibility.readVerification,
    restricted.listChanges,
  )
}
