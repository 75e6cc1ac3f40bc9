import type { PriceList } from './facts.ts'

/**
 * What a contract says for one plan: the plan's own rates, and those of its payer for every code that the plan's do not
 * name. A code is a plan's own with all its modifiers, so that no modifier of the other list slips in between.
 *
 * @param ofPlan null: the plan has no rates of its own
 */
export function contractOf(ofPlan: PriceList | null, ofPayer: PriceList | null): PriceList | null {
  if (ofPlan === null || ofPayer === null) return ofPlan ?? ofPayer
  const own = new Set(ofPlan.fees.map(({ code }) => code))
  const rest = ofPayer.fees.filter(({ code }) => !own.has(code))
  if (own.size === 0) return ofPayer
  return rest.length === 0 ? ofPlan : { name: `${ofPlan.name}, ${ofPayer.name}`, fees: [...ofPlan.fees, ...rest] }
}
