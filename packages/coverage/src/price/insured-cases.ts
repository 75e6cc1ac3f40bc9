import type { Charge, Owing } from '../owe/owing.ts'
import { alone } from './alone.ts'
import { type CoverTerms, inEachNetwork, notPaidFor, qmbSaid, termsOfCover } from './cover-terms.ts'
import type { Cover, PriceFacts, Service } from './facts.ts'
import { feeOf } from './fee-of.ts'
import { networkOf } from './network-of.ts'

export const isPlan = ({ cover }: CoverTerms): boolean => cover.paysFor === 'care'

/** Who insures the accident goes first in any order; which of the plans follows may not be known. */
export function isOrderOpen(facts: PriceFacts, shares: readonly CoverTerms[]): boolean {
  return !facts.isOrderSure && shares.filter(isPlan).length > 1
}

/**
 * Every case that may be so: in either network where nobody knows it, in every order, and without any of the plans that may
 * not pay. Where all of them may be over, the patient may pay alone.
 *
 * @param covers at least one
 */
export function insuredCases(facts: PriceFacts, covers: readonly Cover[]): readonly [Owing, ...Owing[]] {
  const qmb = qmbSaid(covers, facts)
  const whose = qmb.all.length > qmb.sure.length ? [qmb.sure, qmb.all] : [qmb.sure]
  const cases = whose.flatMap((pointers) =>
    productOf(covers.map((cover) => inEachNetwork(cover, facts))).flatMap((those) => {
      const shares = those.map((cover) => termsOfCover(cover, facts, pointers))
      const unsure = shares.filter(({ mayNotPay }) => mayNotPay)
      const withoutSome = subsetsOf(unsure)
      return ordersIn(facts, shares).flatMap((order) => withoutSome.map((not) => insured(facts, order, not)))
    }),
  )
  const mayBeAlone = covers.every((cover) => termsOfCover(cover, facts, []).mayBeOver)
  return [...cases, ...(mayBeAlone ? [alone(facts)] : [])] as unknown as readonly [Owing, ...Owing[]]
}

/** @param notPaying which of them pay nothing */
function insured(facts: PriceFacts, order: readonly CoverTerms[], notPaying: readonly CoverTerms[]): Owing {
  const payers = order.map((one) => {
    const { cover, terms } = one
    const isInNetwork = networkOf(cover.saidOfNetwork, cover.contract !== null)
    return {
      cover,
      terms: notPaying.includes(one) ? { ...terms, isCovered: false } : terms,
      notPaid: notPaidFor(cover, facts, isInNetwork),
    }
  })
  const charges = facts.services.map((service): Charge => {
    const at = payers.findIndex(({ terms, notPaid }) => terms.isCovered && !notPaid.has(service))
    const paying = payers[at]
    // Of a plan that nobody asked, what it does not pay for may be a deductible of it: then its contract holds.
    const governing = payers.slice(0, at + 1).filter(({ cover }) => cover === paying?.cover || !cover.answer)
    return {
      code: service.code,
      units: service.units,
      chargedCents: feeOf(facts.charges, service) ?? 0,
      allowedCents: allowedBy(
        governing.map(({ cover }) => cover),
        facts,
        service,
      ),
      isCovered: paying !== undefined,
    }
  })
  return { charges, payers: payers.map(({ terms }) => terms), discount: null, paidCents: 0 }
}

/** The most that any of the contracts allows of which one holds; null: nobody knows what one of them allows. */
function allowedBy(covers: readonly Cover[], { charges }: PriceFacts, service: Service): number | null {
  // What is agreed with an insurer of accidents moves nothing of what the patient owes.
  const allowed = covers.map(
    ({ contract, paysFor }) => feeOf(contract, service) ?? (paysFor === 'care' ? null : feeOf(charges, service)),
  )
  const known = allowed.filter((one) => one !== null)
  return known.length < allowed.length || known.length === 0 ? null : Math.max(...known)
}

function ordersIn(facts: PriceFacts, shares: readonly CoverTerms[]): readonly (readonly CoverTerms[])[] {
  if (!isOrderOpen(facts, shares)) return [shares]
  const insurers = shares.filter((one) => !isPlan(one))
  return ordersOf(shares.filter(isPlan)).map((order) => [...insurers, ...order])
}

/** Who pays first is not known: any of the first three may. More policies than that nobody has. */
function ordersOf<T>(list: readonly T[]): readonly (readonly T[])[] {
  if (list.length < 2) return [list]
  return list.flatMap((one, at) => ordersOf(list.toSpliced(at, 1)).map((rest) => [one, ...rest])).slice(0, 6)
}

/** None first, all last. */
function subsetsOf<T>(list: readonly T[]): readonly (readonly T[])[] {
  return productOf(list.map((one): readonly (readonly T[])[] => [[], [one]])).map((some) => some.flat())
}

/** One of each list, in every way. */
function productOf<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (all, list) => all.flatMap((some) => list.map((one) => [...some, one])),
    [[]],
  )
}
