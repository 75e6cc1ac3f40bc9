import type { Said } from '../benefits/said.ts'
import type { VisitBenefits } from '../benefits/visit-benefits.ts'
import type { Pointer } from '../pointer.ts'

/** What a payer says is to be paid at a visit, in cents; two values where it did not say which applies. */
export interface CopaySaid {
  readonly lowCents: number
  readonly highCents: number
  /** Nothing is left of the most that the year can cost the person or the family: nothing is due, whatever the copay is. */
  readonly isMet: boolean
  /** Nothing may be asked of a Qualified Medicare Beneficiary, by whichever plan pays for the visit. */
  readonly isQmb: boolean
  /** The plan does not pay for the visit: what it costs is no copay. */
  readonly isNotCovered: boolean
  readonly pointer: Pointer | null
}

/** Null where nothing is said of it. A share in percent is no amount yet. */
export function copaySaid({
  copay,
  outOfPocket,
  qmb,
  notCovered,
}: Pick<VisitBenefits, 'copay' | 'outOfPocket' | 'qmb' | 'notCovered'>): CopaySaid | null {
  const nothing = { lowCents: 0, highCents: 0, isMet: false, isQmb: false, isNotCovered: false }
  const [[ofCover], [ofQmb]] = [notCovered, qmb]
  if (ofCover) return { ...nothing, isQmb: ofQmb !== undefined, isNotCovered: true, pointer: ofCover }
  if (ofQmb) return { ...nothing, isQmb: true, pointer: ofQmb }
  // Meeting either is enough.
  for (const { left } of [outOfPocket.individual, outOfPocket.family])
    if (left.is !== 'unsaid' && highOf(left) === 0)
      return { ...nothing, isMet: true, pointer: left.pointers[0] ?? null }
  if (copay.is === 'unsaid') return null
  const highCents = highOf(copay)
  const lowCents = copay.is === 'unclear' ? copay.low : highCents
  return { ...nothing, lowCents, highCents, pointer: copay.pointers[0] ?? null }
}

function highOf(said: Exclude<Said, { is: 'unsaid' }>): number {
  return said.is === 'said' ? said.value : said.high
}
