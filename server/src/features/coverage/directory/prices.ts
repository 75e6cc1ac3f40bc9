import type { Fee } from '@foyer/coverage'
import type { Db } from '../../../platform/database/organization-db.ts'
import { type FeeLine, selectFeesOn, selectSteps, type SlidingStep } from './fees/store.ts'
import { selectVisitTypeBilling, type VisitTypeBilling } from './visit-types/store.ts'

/** Prices of some codes, with every modifier that is priced, by the version of a list that holds on a civil date. */
export function feesOn(db: Db, line: FeeLine, date: string, codes: readonly string[]): Promise<readonly Fee[]> {
  return selectFeesOn(db, line, date, codes)
}

/** What people with little income pay, the lowest step first. */
export function slidingSteps(db: Db): Promise<readonly SlidingStep[]> {
  return selectSteps(db)
}

/** What a visit is in the words of payers; null where nobody said. */
export async function visitTypeBillingOf(db: Db, visitTypeId: string): Promise<VisitTypeBilling | null> {
  const [billing] = await selectVisitTypeBilling(db, visitTypeId)
  return billing ?? null
}
