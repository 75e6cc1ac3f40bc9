import type { Accumulator } from '../benefits/accumulator.ts'
import type { Said } from '../benefits/said.ts'
import type { VisitBenefits } from '../benefits/visit-benefits.ts'

/** A value that is known, or known to lie between two. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** What is not known and moves the result. */
export type MissingFact =
  | 'active'
  | 'covered'
  | 'copay'
  | 'coinsurance'
  | 'deductible-left'
  | 'out-of-pocket-left'
  | 'allowed-amount'
  /** A code of the visit is of another kind of service, of which the payer said nothing. */
  | 'service-terms'
  | 'network'
  | 'order-of-payers'

/** How one payer shares the cost of a kind of service. */
export interface ServiceTerms {
  readonly isCovered: boolean
  /** Cents. */
  readonly copay: Range
  /** Hundredths of a percent of what is left after copay and deductible. */
  readonly coinsurance: Range
  /** Cents; the smaller of person and family, since meeting either is enough. Services with the same share one. */
  readonly deductibleLeft: Range
  /** Paid by copay alone, as an office visit mostly is: deductible and coinsurance of the plan are of other services. */
  readonly isCopayOnly: boolean
}

/** How one payer shares the cost of a visit. */
export interface Terms extends ServiceTerms {
  readonly payer: string
  /** Services of the visit that have terms of their own, by their codes. */
  readonly others?: readonly (ServiceTerms & { readonly codes: readonly string[] })[]
  /** Cents that the patient can still be asked for this year; null: no maximum is known. */
  readonly outOfPocketLeft: Range | null
  /**
   * Where another paid first: `standard`, up to its own benefit and never more than what is open; `non-duplication`, only
   * what its own benefit is more than the other paid (NAIC model rule 120, coordination of benefits).
   */
  readonly coordination: 'standard' | 'non-duplication'
  /** The employer's insurer for an injury at work: nothing is asked of the patient while the case is open. */
  readonly isWorkCase?: boolean
  readonly missing: readonly MissingFact[]
}

const exactly = (value: number): Range => ({ low: value, high: value })
const wholeShare = 10_000

function rangeOf(said: Said): Range | null {
  if (said.is === 'unsaid') return null
  return said.is === 'said' ? exactly(said.value) : { low: said.low, high: said.high }
}

/** The terms that an answer gives for a visit; what it does not say widens the range and is named. */
export function termsOf(
  payer: string,
  benefits: VisitBenefits,
  coordination: Terms['coordination'] = 'standard',
): Terms {
  if (benefits.qmb.length > 0) return termsOfQmb(payer, benefits, coordination)
  const missing: MissingFact[] = []
  const copay = rangeOf(benefits.copay)
  const coinsurance = rangeOf(benefits.coinsurance)
  if (benefits.copay.is === 'unclear') missing.push('copay')
  if (benefits.coinsurance.is === 'unclear') missing.push('coinsurance')
  if (benefits.isCovered === 'unsaid') missing.push('covered')
  // A deductible of the plan is of other services; one that is said of this service comes before its copay.
  const mayBeCopayOnly = copay !== null && !benefits.hasOwnDeductible
  const isCopayOnly = mayBeCopayOnly && (coinsurance === null || coinsurance.high === 0)
  // Neither is said: the plan may pay all of it, or nothing.
  if (copay === null && coinsurance === null) missing.push('coinsurance')
  const unknownShare = copay === null && coinsurance === null ? { low: 0, high: wholeShare } : exactly(0)
  const deductible = leftOf(benefits.deductible)
  if (!isCopayOnly && deductible.isUnsaid) missing.push('deductible-left')
  const most = leftOf(benefits.outOfPocket)
  // Where the share may be none, the copay may be all there is.
  const isDeductibleUnsure = mayBeCopayOnly && coinsurance?.low === 0
  if (most.isUnsaid && most.range) missing.push('out-of-pocket-left')
  return {
    payer,
    isCovered: benefits.isCovered !== 'no',
    copay: copay ?? exactly(0),
    coinsurance: coinsurance ?? unknownShare,
    deductibleLeft: { low: isDeductibleUnsure ? 0 : (deductible.range?.low ?? 0), high: deductible.range?.high ?? 0 },
    outOfPocketLeft: most.range,
    isCopayOnly,
    coordination,
    missing,
  }
}

/** Of what is covered a Qualified Medicare Beneficiary pays nothing, whatever else is said of it (`qmbOn`). */
function termsOfQmb(payer: string, { isCovered }: VisitBenefits, coordination: Terms['coordination']): Terms {
  return {
    payer,
    isCovered: isCovered !== 'no',
    copay: exactly(0),
    coinsurance: exactly(0),
    deductibleLeft: exactly(0),
    outOfPocketLeft: null,
    isCopayOnly: true,
    coordination,
    missing: isCovered === 'unsaid' ? ['covered'] : [],
  }
}

/** What is left by person and by family; where only the whole is said, anything up to it may be. */
function leftOf({ individual, family }: VisitBenefits['deductible']): {
  readonly range: Range | null
  readonly isUnsaid: boolean
} {
  const each = [individual, family].map(({ whole, left, used }: Accumulator) => {
    const known = rangeOf(left)
    const all = rangeOf(whole)
    // Something of it was paid, so there is one, of an amount that nobody said.
    if (!known && !all && used.is !== 'unsaid')
      return { range: { low: 0, high: Number.MAX_SAFE_INTEGER }, isUnsaid: true }
    // More left than there is of it: nobody knows which of the two is meant.
    if (known && all && known.high > all.high)
      return { range: { low: Math.min(known.low, all.high), high: known.high }, isUnsaid: true }
    if (known) return { range: known, isUnsaid: known.low !== known.high }
    return { range: all && { low: 0, high: all.high }, isUnsaid: all !== null && all.high > 0 }
  })
  const ranges = each.flatMap(({ range }) => range ?? [])
  if (ranges.length === 0) return { range: null, isUnsaid: false }
  return {
    range: { low: Math.min(...ranges.map(({ low }) => low)), high: Math.min(...ranges.map(({ high }) => high)) },
    isUnsaid: each.some(({ isUnsaid }) => isUnsaid),
  }
}
