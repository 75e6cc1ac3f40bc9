import { type ExpectedCharge, expectedCharges } from '@foyer/coverage'
import type { Priced } from './load-pricing.ts'

type Item = ExpectedCharge & { readonly words: Priced['procedures'][number]['words'] }

/** What each chosen service is expected to be charged to somebody who pays alone. */
export function expectedItems({ procedures, facts, price }: Priced): readonly Item[] {
  const cents = expectedCharges(facts, price.highCents ?? 0)
  return procedures
    .filter(({ isChosen }) => isChosen)
    .map(({ code, units, words }, at) => ({ code, units, words, expectedCents: cents[at] ?? 0 }))
}
