import type { Pointer } from '../pointer.ts'
import { type Accumulator, accumulatorOf } from './accumulator.ts'
import type { Benefit, BenefitKind, Eligibility, Network, Scope } from './eligibility.ts'
import { besideCopay } from './beside-copay.ts'
import { single } from './contradictions.ts'
import { holdsOn } from './holding.ts'
import { limitsOf } from './limits.ts'
import { qmbOn } from './qmb.ts'
import { isOfCode, wholePlan } from './rank.ts'
import { maybeNone, type Said, said } from './said.ts'
import type { VisitAsked } from './visit-asked.ts'

export type { VisitAsked } from './visit-asked.ts'

export interface VisitBenefits {
  readonly isCovered: 'yes' | 'no' | 'unsaid'
  /** Where the payer says that it does not pay for the visit; none: it does not say so. */
  readonly notCovered: readonly Pointer[]
  /** Where the payer says that nothing may be asked of a Qualified Medicare Beneficiary; none: it does not. */
  readonly qmb: readonly Pointer[]
  /** Cents. */
  readonly copay: Said
  /** Hundredths of a percent, as far as a copay of the service does not stand in for it. */
  readonly coinsurance: Said
  /** A deductible is said of the very service that the copay is of, and not of the plan alone. */
  readonly hasOwnDeductible: boolean
  readonly deductible: { readonly individual: Accumulator; readonly family: Accumulator }
  readonly outOfPocket: { readonly individual: Accumulator; readonly family: Accumulator }
  /** Visits that the plan still pays for. */
  readonly visitsLeft: Said
  /** `unclear`: the payer says both of the visit. */
  readonly authorization: 'required' | 'not-required' | 'unclear' | 'unsaid'
  readonly authorizationPointers: readonly Pointer[]
}

/**
 * What of an answer holds for one visit. What is dated to another time is left out. A statement about the code goes before one about the service, that before one about
 * the plan, one for the place before one for any, one for the network before one that names none. What is left over is kept,
 * so that two values stay two. A copay of the service stands in for the share of the plan (`besideCopay`).
 */
export function visitBenefits(answer: Pick<Eligibility, 'benefits'>, asked: VisitAsked): VisitBenefits {
  const benefits = answer.benefits.filter((one) => holdsOn(one, asked.date))
  const of = (kind: BenefitKind, more: (benefit: Benefit) => boolean = () => true): readonly Benefit[] =>
    nearest(
      benefits.filter((one) => one.kind === kind && more(one)),
      asked,
    )
  const accumulator = (kind: 'deductible' | 'out-of-pocket', scopes: readonly Scope[]): Accumulator =>
    accumulatorOf((more) => of(kind, (one) => scopes.includes(one.scope) && one.cents !== null && more(one)), asked)
  const both = (kind: 'deductible' | 'out-of-pocket') => ({
    individual: accumulator(kind, ['individual', 'unsaid', 'employee']),
    family: accumulator(kind, ['family']),
  })
  const limits = of('limitation', (one) => visitsLeftOf(one) !== null)
  const authorized = nearest(
    benefits.filter(({ authorization }) => authorization === 'required' || authorization === 'not-required'),
    asked,
  ).filter(({ serviceTypes }) => serviceTypes.length > 0 || asked.serviceTypes.length === 0)
  const needing = authorized.filter(({ authorization }) => authorization === 'required')
  const copays = of('copay')
  const { shares, maySpeakOfAll, hasOwnDeductible } = besideCopay(copays, of('coinsurance'), of('deductible'), asked)
  const coinsurance = said(shares, ({ basisPoints }) => basisPoints)
  return {
    ...coveredBy(benefits, asked),
    qmb: qmbOn(benefits, asked.date),
    copay: said(copays, ({ cents }) => cents),
    coinsurance: maySpeakOfAll ? maybeNone(coinsurance) : coinsurance,
    hasOwnDeductible,
    deductible: both('deductible'),
    outOfPocket: both('out-of-pocket'),
    visitsLeft: said(limits, visitsLeftOf),
    // Where one statement asks for it and another does not, somebody has to ask.
    authorization:
      authorized.length === 0
        ? 'unsaid'
        : needing.length === 0
          ? 'not-required'
          : needing.length === authorized.length
            ? 'required'
            : 'unclear',
    authorizationPointers: (needing.length > 0 ? needing : authorized).map(({ pointer }) => pointer),
  }
}

/** By EB09 and EB10 or by HSD; of several the least, since no visit goes beyond it. */
function visitsLeftOf(benefit: Benefit): number | null {
  const left = limitsOf(benefit).flatMap(({ isRemaining, quantity }) =>
    isRemaining && quantity?.unit === 'VS' ? [quantity.value] : [],
  )
  return left.length === 0 ? null : Math.min(...left)
}

type Cover = Pick<VisitBenefits, 'isCovered' | 'notCovered'>

/** Where nobody knows the network, a no has to be one in either. */
function coveredBy(benefits: readonly Benefit[], asked: VisitAsked): Cover {
  const states = benefits.filter(({ kind }) => ['active', 'inactive', 'not-covered', 'exclusion'].includes(kind))
  const cover = coverOf(nearest(states, asked))
  if (cover.isCovered !== 'no' || asked.isInNetwork !== null) return cover
  const isNoInBoth = [true, false].every(
    (isInNetwork) => coverOf(nearest(states, { ...asked, isInNetwork })).isCovered === 'no',
  )
  return isNoInBoth ? cover : { isCovered: 'unsaid', notCovered: [] }
}

function coverOf(those: readonly Benefit[]): Cover {
  const no = those.filter(({ kind }) => kind !== 'active')
  if (no.length === 0) return { isCovered: those.length > 0 ? 'yes' : 'unsaid', notCovered: [] }
  return no.length < those.length
    ? { isCovered: 'unsaid', notCovered: [] }
    : { isCovered: 'no', notCovered: no.map(({ pointer }) => pointer) }
}

function nearest(
  benefits: readonly Benefit[],
  { serviceTypes, isInNetwork, place, service }: VisitAsked,
): readonly Benefit[] {
  const isOf = (wanted: (one: Benefit) => boolean) => (those: readonly Benefit[]) => those.filter(wanted)
  const ofCode = service ? benefits.filter((one) => isOfCode(one, service)) : []
  // What is said of one code holds for no other.
  const ofNoCode = benefits.filter(({ procedure }) => procedure === null)
  const ofService = serviceTypes
    .map((type) => ofNoCode.filter((one) => one.serviceTypes.includes(type)))
    .find((those) => those.length > 0)
  const ofPlan = isOf((one) => one.serviceTypes.length === 0 || one.serviceTypes.includes(wholePlan))
  const byService = ofCode.length > 0 ? ofCode : (ofService ?? ofPlan(ofNoCode))
  const networks: readonly Network[] = isInNetwork === null ? ['in', 'out'] : [isInNetwork ? 'in' : 'out']
  // What is said of both networks and otherwise of one is two values, not the nearer one (EB12 W).
  const isBoth = ({ network, kind }: Benefit): boolean => network === 'either' && single.has(kind)
  const byNetwork = first([
    isOf((one) => networks.includes(one.network) || isBoth(one))(byService),
    isOf(({ network }) => network === 'either' || network === 'unsaid')(byService),
  ])
  if (place === null) return byNetwork
  return first([
    isOf(({ places }) => places.includes(place))(byNetwork),
    isOf(({ places }) => places.length === 0)(byNetwork),
  ])
}

function first(lists: readonly (readonly Benefit[])[]): readonly Benefit[] {
  return lists.find((those) => those.length > 0) ?? []
}
