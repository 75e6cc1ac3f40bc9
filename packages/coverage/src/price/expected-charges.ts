import { shareOut } from '../estimate/share-out.ts'
import { chargeAlone, discountOf } from './alone.ts'
import type { PriceFacts } from './facts.ts'
import { feeOf } from './fee-of.ts'

/**
 * What each service is expected to be charged to somebody who pays alone, after what is taken off (45 CFR
 * 149.610(a)(2)(v)); together what is owed. A step of the scale is of the whole visit, and shared out by the charges.
 */
export function expectedCharges(facts: PriceFacts, owedCents: number): readonly number[] {
  const { services, selfPay } = facts
  const charged = services.map((service) => chargeAlone(facts, service) ?? 0)
  const single = services.map((service, at) => Math.min(charged[at] ?? 0, feeOf(selfPay, service) ?? Infinity))
  return discountOf(facts)?.kind === 'sliding-scale' ? shareOut(owedCents, charged) : single
}
