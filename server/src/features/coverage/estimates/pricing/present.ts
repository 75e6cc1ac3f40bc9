import type { estimates, Reply } from '@foyer/contract'
import { discountOf, type Price, type PriceFacts } from '@foyer/coverage'
import type { CoverRow } from './store.ts'

type Preview = Reply<typeof estimates.previewCost>
export type PriceShape = Omit<Preview, 'procedures' | 'slidingSteps' | 'leftOut' | 'said' | 'can'>

export function presentPrice(price: Price, facts: PriceFacts, rows: readonly CoverRow[]): PriceShape {
  const used = price.used.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  const contracts = facts.covers.filter(({ coverageId }) => price.used.includes(coverageId))
  const isOfAlone = price.pays === 'self-pay' || [...price.low, ...price.high].some(({ kind }) => kind === 'discount')
  const isByScale = discountOf(facts)?.kind === 'sliding-scale'
  const ofPlans = price.pays === 'insured' ? contracts.map(({ contract }) => contract) : []
  const lists = [facts.charges, ...ofPlans, isOfAlone && !isByScale ? facts.selfPay : null]
  return {
    pays: price.pays,
    lowCents: price.cents?.low ?? null,
    highCents: price.cents?.high ?? null,
    low: [...price.low],
    high: [...price.high],
    missing: price.missing.map((one) => ({ ...one, codes: [...one.codes] })),
    answers: used.map((row) => ({
      coverageId: row.id,
      payer: row.payer,
      plan: row.plan_name,
      checkId: row.check_id,
      answeredAt: row.answered_at,
      askedFor: row.service_date,
      isSandbox: row.is_sandbox ?? false,
    })),
    priceLists: lists.flatMap((list) => list?.name ?? []),
  }
}
