import type { Benefit } from './eligibility.ts'
import { rankOf } from './rank.ts'
import type { VisitAsked } from './visit-asked.ts'

const ranks = ['plan', 'service', 'code'] as const

export interface BesideCopay {
  /** Shares that hold beside the copay. */
  readonly shares: readonly Benefit[]
  /** Whether the copay may be all there is to pay: a share that holds then may be none. */
  readonly maySpeakOfAll: boolean
  /** The payer names a deductible for the very service that the copay is of. */
  readonly hasOwnDeductible: boolean
}

/**
 * A copay that is said of the service is what its patient pays. It stands in for the share and the deductible that are said
 * of the whole plan, as payers mean it and as the desk collects it; only what is said of that same service is paid besides.
 * A copay of nothing may mean that, or just that there is no copay beside the share of the plan: then both may be so.
 * Where nobody knows the network or the place, a copay stands in for its own only, and a share of another may hold or not.
 */
export function besideCopay(
  copays: readonly Benefit[],
  shares: readonly Benefit[],
  deductibles: readonly Benefit[],
  asked: VisitAsked,
): BesideCopay {
  const rank = (one: Benefit): number => ranks.indexOf(rankOf(one, asked))
  const said = copays.filter((one) => one.cents !== null && rank(one) > 0)
  const standsIn = (share: Benefit): boolean =>
    said.some((copay) => rank(copay) > rank(share) && isWhereShareIs(copay, share, asked))
  const isNothing = said.some(({ cents }) => cents === 0)
  const beside = isNothing ? shares : shares.filter((share) => !standsIn(share))
  return {
    shares: beside,
    maySpeakOfAll: shares.some((share) => said.some((copay) => rank(copay) > rank(share))),
    hasOwnDeductible: deductibles.some(
      (one) => (one.cents ?? 0) > 0 && rank(one) > 0 && said.some((copay) => rank(copay) <= rank(one)),
    ),
  }
}

function isWhereShareIs(copay: Benefit, share: Benefit, { isInNetwork, place }: VisitAsked): boolean {
  const isOfNetwork = isInNetwork !== null || ['either', 'unsaid', share.network].includes(copay.network)
  const isOfPlace = place !== null || copay.places.length === 0
  return isOfNetwork && isOfPlace
}
