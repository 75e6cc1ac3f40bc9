import type { AskedOfVisit } from './verification.ts'

/** Days within which payers are not asked of themselves again whether they know the same person. */
export const DISCOVER_AGAIN_DAYS = 30

/**
 * Whether payers are asked by themselves if they know somebody: only where no policy is left that may be good. One whose
 * payer does not find the person is rather a number that was mistyped, and one that is still asked may be good.
 *
 * @param policies of those in force the newest question; null: its payer was never asked
 * @param searchedDaysAgo days since payers were last asked, by whomever; null: never
 */
export function isToDiscover(
  policies: readonly (Pick<AskedOfVisit, 'state' | 'outcome'> | null)[],
  searchedDaysAgo: number | null,
): boolean {
  if (searchedDaysAgo !== null && searchedDaysAgo < DISCOVER_AGAIN_DAYS) return false
  return policies.every((newest) => newest?.state === 'answered' && newest.outcome === 'inactive')
}
