import type { CoverageState } from '../benefits/eligibility.ts'

/**
 * Whether a plan covers the person on a day, by an answer that may have been given for another. The dates in it decide;
 * without any it holds for the month that was asked about, since cover begins and ends with months. How much of a deductible
 * is left holds for less long (`isSameBenefitYear`).
 */
export function activeOn(state: CoverageState, date: string): 'yes' | 'no' | 'unclear' {
  const { is, because, on, from, until, also = [] } = state
  const holds = (span: Pick<CoverageState, 'from' | 'until'>): boolean =>
    (span.from ?? date) <= date && date <= (span.until ?? date)
  if (!holds({ from, until })) {
    if (!also.some(holds)) return 'no'
    return is === 'active' && because === 'said' ? 'yes' : 'unclear'
  }
  if (is === 'unclear' || because === 'pending') return 'unclear'
  const isAbout = on.slice(0, 7) === date.slice(0, 7) || until !== null
  if (!isAbout) return 'unclear'
  if (is === 'active') return 'yes'
  // Not begun or over on the day that was asked about, and neither on this one.
  return because === 'said' ? 'no' : 'unclear'
}
