import { daysBetween } from '@foyer/kernel'
import type { Accumulator } from '../benefits/accumulator.ts'
import type { CoverageState } from '../benefits/eligibility.ts'
import type { VisitBenefits } from '../benefits/visit-benefits.ts'

/** Days of a plan whose dates are those of one year, be it a short or a long one by some days. */
const aboutAYear = { least: 360, most: 370 }

/**
 * Whether a visit is in the benefit year that an answer speaks of. What is left of a deductible or a maximum begins anew
 * with each: with the calendar year, unless the dates of the plan are about a year long and so say another one.
 *
 * @param date civil date of the visit
 */
export function isSameBenefitYear({ on, from, until }: CoverageState, date: string): boolean {
  if (from !== null && until !== null && isAYear(from, until)) {
    const isWithin = (day: string): boolean => from <= day && day <= until
    return isWithin(on) && isWithin(date)
  }
  return on.slice(0, 4) === date.slice(0, 4)
}

function isAYear(from: string, until: string): boolean {
  const days = daysBetween(from, until)
  return days >= aboutAYear.least && days <= aboutAYear.most
}

/**
 * What holds of an answer in another benefit year than its own: copay and share, and how much there is of a deductible and a
 * maximum, but not what is left of it.
 */
export function inAnotherYear({ deductible, outOfPocket, ...benefits }: VisitBenefits): VisitBenefits {
  const both = ({ individual, family }: VisitBenefits['deductible']) => ({
    individual: anew(individual),
    family: anew(family),
  })
  return { ...benefits, deductible: both(deductible), outOfPocket: both(outOfPocket) }
}

/** What was left says at least that there is one. */
function anew({ whole, left, used }: Accumulator): Accumulator {
  return { whole, left: { is: 'unsaid' }, used: used.is === 'unsaid' ? left : used }
}
