import { visitBenefits } from '../benefits/visit-benefits.ts'
import { type Terms, termsOf } from '../owe/terms.ts'
import { activeOn } from './active-on.ts'
import { networkOf } from './network-of.ts'
import type { Cover, LeftOut, PriceFacts, PriceGap } from './facts.ts'

/** How a cover shares the cost, and what nobody knows of it. */
export interface CoverTerms {
  readonly cover: Cover
  readonly terms: Terms
  readonly missing: readonly PriceGap[]
  /** It may pay nothing at all: nobody asked, or the payer did not say so plainly. */
  readonly mayNotPay: boolean
}

/** Why a cover does not count on that day; null: it does. */
export function leftOutOf({ coverageId, payer, isHealth, from, until, answer }: Cover, date: string): LeftOut | null {
  const out = (because: LeftOut['because']): LeftOut => ({ coverageId, payer, because })
  if (!isHealth) return out('not-health')
  if ((from !== null && date < from) || (until !== null && until < date)) return out('other-dates')
  return answer && activeOn(answer.state, date) === 'no' ? out('not-active') : null
}

export function termsOfCover(cover: Cover, { date, serviceTypes, place }: PriceFacts): CoverTerms {
  const benefits = { benefits: cover.answer?.benefits ?? [] }
  const isInNetwork = networkOf(cover.saidOfNetwork, cover.contract !== null)
  const read = (network: boolean | null): Terms =>
    termsOf(cover.payer, visitBenefits(benefits, { serviceTypes, isInNetwork: network, place }))
  const terms = read(isInNetwork)
  if (!cover.answer) return { cover, terms, missing: ['answer'], mayNotPay: true }
  const missing: PriceGap[] = [...terms.missing]
  const isActive = activeOn(cover.answer.state, date) === 'yes'
  if (!isActive) missing.unshift('active')
  if (isInNetwork === null && JSON.stringify(read(true)) !== JSON.stringify(read(false))) missing.push('network')
  return { cover, terms, missing, mayNotPay: !isActive || terms.missing.includes('covered') }
}

/** Services of which the payer says that it does not pay for them. */
export function notPaidFor({ answer }: Cover): ReadonlySet<string> {
  const said = answer?.benefits.filter(({ kind }) => kind === 'not-covered' || kind === 'exclusion') ?? []
  return new Set(said.flatMap(({ procedure }) => procedure?.code ?? []))
}
