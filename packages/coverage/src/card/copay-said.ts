import type { Said, VisitBenefits } from '../benefits/visit-benefits.ts'
import type { Pointer } from '../pointer.ts'

/** What a payer says is to be paid at a visit, in cents; two values where it did not say which applies. */
export interface CopaySaid {
  readonly lowCents: number
  readonly highCents: number
  /** Nothing is left of the most that the year can cost the person: nothing is due, whatever the copay is. */
  readonly isMet: boolean
  readonly pointer: Pointer | null
}

/** Null where nothing is said of it. A share in percent is no amount yet. */
export function copaySaid({ copay, outOfPocket }: Pick<VisitBenefits, 'copay' | 'outOfPocket'>): CopaySaid | null {
  const { left } = outOfPocket.individual
  if (left.is !== 'unsaid' && highOf(left) === 0)
    return { lowCents: 0, highCents: 0, isMet: true, pointer: left.pointers[0] ?? null }
  if (copay.is === 'unsaid') return null
  const highCents = highOf(copay)
  const lowCents = copay.is === 'unclear' ? copay.low : highCents
  return { lowCents, highCents, isMet: false, pointer: copay.pointers[0] ?? null }
}

function highOf(said: Exclude<Said, { is: 'unsaid' }>): number {
  return said.is === 'said' ? said.value : said.high
}
