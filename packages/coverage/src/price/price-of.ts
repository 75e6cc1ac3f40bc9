import { oweBetween } from '../owe/owe-between.ts'
import { alone, chargeAlone } from './alone.ts'
import { type CoverTerms, leftOutOf, qmbSaid, termsOfCover } from './cover-terms.ts'
import type { Cover, LeftOut, MissingInPrice, Price, PriceFacts, PriceGap, Service } from './facts.ts'
import { feeOf } from './fee-of.ts'
import { insuredCases, isOrderOpen, isPlan } from './insured-cases.ts'

const gap = (fact: PriceGap, of: Partial<MissingInPrice> = {}): MissingInPrice => ({
  fact,
  coverageId: null,
  payer: null,
  codes: [],
  ...of,
})

/**
 * What a visit will cost the patient by prices, contracts and what the payers answered: every case that may be so, and by
 * name what would have to be known to tell them apart.
 */
export function priceOf(facts: PriceFacts): Price {
  const { covers, leftOut } = countedIn(facts)
  const pays = facts.pays === 'insured' && covers.length > 0 ? 'insured' : 'self-pay'
  const used = pays === 'insured' ? covers.map(({ coverageId }) => coverageId) : []
  const chargeOf = (service: Service) =>
    pays === 'self-pay' ? chargeAlone(facts, service) : feeOf(facts.charges, service)
  const unpriced = facts.services.filter((service) => chargeOf(service) === null).map(({ code }) => code)
  const unknown = facts.services.length === 0 ? [gap('procedures')] : []
  const noFee = unpriced.length > 0 ? [gap('fee', { codes: unpriced })] : []
  if (unknown.length + noFee.length > 0)
    return { pays, cents: null, low: [], high: [], missing: [...unknown, ...noFee], used, leftOut }

  const { sure } = qmbSaid(covers, facts)
  const shares = covers.map((cover) => termsOfCover(cover, facts, sure))
  const cases = pays === 'insured' ? insuredCases(facts, covers) : ([alone(facts)] as const)
  const { cents, low, high, missing: moving } = oweBetween(cases)
  const missing = pays === 'insured' ? gapsOf(facts, shares, moving.includes('allowed-amount')) : []
  return { pays, cents, low, high, missing, used, leftOut }
}

/** Covers that count. Where the employer's insurer does, it pays all of it, and plans of the patient are not billed. */
function countedIn(facts: PriceFacts) {
  const leftOut = facts.covers.flatMap((cover) => leftOutOf(cover, facts) ?? [])
  const covers = facts.covers.filter((cover) => leftOut.every(({ coverageId }) => coverageId !== cover.coverageId))
  const ofWork = covers.filter(({ paysFor }) => paysFor === 'work')
  if (ofWork.length === 0) return { covers, leftOut }
  const others = covers
    .filter(({ paysFor }) => paysFor !== 'work')
    .map(({ coverageId, payer }): LeftOut => ({ coverageId, payer, because: 'work-pays' }))
  return { covers: ofWork, leftOut: [...leftOut, ...others] }
}

/** @param isAllowedMissing what a contract allows would move the sum, and is not known */
function gapsOf(
  facts: PriceFacts,
  shares: readonly CoverTerms[],
  isAllowedMissing: boolean,
): readonly MissingInPrice[] {
  const isOrderMissing = isOrderOpen(facts, shares)
  const plans = shares.filter(isPlan)
  const firsts = isOrderMissing ? plans : plans.slice(0, 1)
  const of = ({ coverageId, payer }: Cover) => ({ coverageId, payer })
  return [
    ...shares.flatMap(({ cover, missing }) => missing.map((fact) => gap(fact, of(cover)))),
    ...(isOrderMissing ? [gap('order-of-payers')] : []),
    ...shares.flatMap(({ cover, unsaidCodes: codes }) =>
      codes.length > 0 ? [gap('service-terms', { ...of(cover), codes })] : [],
    ),
    ...(isAllowedMissing ? firsts : []).flatMap(({ cover }) => {
      const codes = facts.services.filter((one) => feeOf(cover.contract, one) === null).map(({ code }) => code)
      return codes.length > 0 ? [gap('allowed-amount', { ...of(cover), codes })] : []
    }),
  ]
}
