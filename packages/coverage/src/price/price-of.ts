import type { Charge, Discount, Owing } from '../owe/owing.ts'
import { oweBetween } from '../owe/owe-between.ts'
import { type CoverTerms, leftOutOf, notPaidFor, qmbSaid, termsOfCover } from './cover-terms.ts'
import { networkOf } from './network-of.ts'
import type { Cover, LeftOut, MissingInPrice, Price, PriceFacts, PriceGap } from './facts.ts'
import { feeOf } from './fee-of.ts'

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
  const unpriced = facts.services.filter((service) => chargeOf(facts, pays, service) === null).map(({ code }) => code)
  const unknown = facts.services.length === 0 ? [gap('procedures')] : []
  const noFee = unpriced.length > 0 ? [gap('fee', { codes: unpriced })] : []
  if (unknown.length + noFee.length > 0)
    return { pays, cents: null, low: [], high: [], missing: [...unknown, ...noFee], used, leftOut }

  const qmb = qmbSaid(covers, facts)
  const sharesWith = (pointers: typeof qmb.sure) => covers.map((cover) => termsOfCover(cover, facts, pointers))
  const shares = sharesWith(qmb.sure)
  const ifQmb = qmb.all.length > qmb.sure.length ? insuredCases(facts, sharesWith(qmb.all)) : []
  const cases = pays === 'insured' ? ([...insuredCases(facts, shares), ...ifQmb] as const) : ([alone(facts)] as const)
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

const isPlan = ({ cover }: CoverTerms): boolean => cover.paysFor === 'care'

/** Who insures the accident goes first in any order; which of the plans follows may not be known. */
function isOrderOpen(facts: PriceFacts, shares: readonly CoverTerms[]): boolean {
  return !facts.isOrderSure && shares.filter(isPlan).length > 1
}

function chargeOf({ charges, selfPay }: PriceFacts, pays: Price['pays'], service: PriceFacts['services'][number]) {
  return feeOf(charges, service) ?? (pays === 'self-pay' ? feeOf(selfPay, service) : null)
}

function alone(facts: PriceFacts): Owing {
  const charges = facts.services.map(
    (service): Charge => ({
      code: service.code,
      units: service.units,
      chargedCents: chargeOf(facts, 'self-pay', service) ?? 0,
      allowedCents: null,
      isCovered: true,
    }),
  )
  return { charges, payers: [], discount: discountOf(facts, charges), paidCents: 0 }
}

function discountOf({ sliding, selfPay, services }: PriceFacts, charges: readonly Charge[]): Discount | null {
  if (sliding) return { kind: 'sliding-scale', ...sliding }
  if (!selfPay) return null
  const paysCents = services.reduce(
    (sum, service, at) => sum + Math.min(feeOf(selfPay, service) ?? Infinity, charges[at]?.chargedCents ?? 0),
    0,
  )
  return { kind: 'self-pay', paysCents }
}

function insuredCases(facts: PriceFacts, shares: readonly CoverTerms[]): readonly [Owing, ...Owing[]] {
  const insurers = shares.filter((one) => !isPlan(one))
  const orders = isOrderOpen(facts, shares)
    ? ordersOf(shares.filter(isPlan)).map((order) => [...insurers, ...order])
    : [shares]
  const cases = orders.flatMap((order) => {
    const asSaid = insured(facts, order, ({ terms }) => terms)
    const isUnsure = order.some(({ mayNotPay }) => mayNotPay)
    const ifNot = insured(facts, order, ({ terms, mayNotPay }) => (mayNotPay ? { ...terms, isCovered: false } : terms))
    return isUnsure ? [asSaid, ifNot] : [asSaid]
  })
  return cases as [Owing, ...Owing[]]
}

function insured(
  facts: PriceFacts,
  order: readonly CoverTerms[],
  termsFor: (one: CoverTerms) => CoverTerms['terms'],
): Owing {
  const payers = order.map((one) => {
    const { cover } = one
    const isInNetwork = networkOf(cover.saidOfNetwork, cover.contract !== null)
    return { cover, terms: termsFor(one), notPaid: notPaidFor(cover, facts, isInNetwork) }
  })
  const charges = facts.services.map((service): Charge => {
    // The contract of whoever is the first to pay for it holds.
    const paying = payers.find(({ terms, notPaid }) => terms.isCovered && !notPaid.has(service))
    const chargedCents = feeOf(facts.charges, service) ?? 0
    // What is agreed with an insurer of accidents moves nothing of what the patient owes.
    const ofInsurer = paying && paying.cover.paysFor !== 'care' ? chargedCents : null
    return {
      code: service.code,
      units: service.units,
      chargedCents,
      allowedCents: feeOf(paying?.cover.contract ?? null, service) ?? ofInsurer,
      isCovered: paying !== undefined,
    }
  })
  return { charges, payers: payers.map(({ terms }) => terms), discount: null, paidCents: 0 }
}

/** Who pays first is not known: any of the first three may. More policies than that nobody has. */
function ordersOf<T>(list: readonly T[]): readonly (readonly T[])[] {
  if (list.length < 2) return [list]
  return list.flatMap((one, at) => ordersOf(list.toSpliced(at, 1)).map((rest) => [one, ...rest])).slice(0, 6)
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
