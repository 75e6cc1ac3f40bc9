import type { CoverageState } from '../benefits/eligibility.ts'

/**
 * Whether a plan covers the person on a day, by an answer that may have been given for another. The dates in it decide;
 * without any it holds for the month that was asked about, since cover begins and ends with months.
 */
export function activeOn(state: CoverageState, date: string): 'yes' | 'no' | 'unclear' {
  const { is, because, on, from, until } = state
  if (from !== null && date < from) return 'no'
  if (until !== null && until < date) return 'no'
  if (is === 'unclear' || because === 'pending') return 'unclear'
  const isAbout = on.slice(0, 7) === date.slice(0, 7) || until !== null
  if (!isAbout) return 'unclear'
  if (is === 'active') return 'yes'
  // Not begun or over on the day that was asked about, and neither on this one.
  return because === 'not-begun' || because === 'ended' ? 'unclear' : 'no'
}
