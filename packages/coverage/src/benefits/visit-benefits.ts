import type { Pointer } from '../pointer.ts'
import type { Benefit, BenefitKind, Eligibility, Network, Scope } from './eligibility.ts'
import { single } from './contradictions.ts'
import { limitsOf } from './limits.ts'

/** What a visit asks of an answer. */
export interface VisitAsked {
  /** Service type codes of the visit, the nearest first. */
  readonly serviceTypes: readonly string[]
  /** Whether the practice is in the network of the plan; null: nobody knows. */
  readonly isInNetwork: boolean | null
  /** Place of service code (CMS); null: any. */
  readonly place: string | null
}

/** What the payer said of one thing: one value, several of which it did not say which applies, or nothing. */
export type Said =
  | { readonly is: 'said'; readonly value: number; readonly pointers: readonly Pointer[] }
  | { readonly is: 'unclear'; readonly low: number; readonly high: number; readonly pointers: readonly Pointer[] }
  | { readonly is: 'unsaid' }

/** Of a year: what there is in all, and what is left of it. In cents. */
export interface Accumulator {
  readonly whole: Said
  readonly left: Said
}

export interface VisitBenefits {
  readonly isCovered: 'yes' | 'no' | 'unsaid'
  /** Cents. */
  readonly copay: Said
  /** Hundredths of a percent. */
  readonly coinsurance: Said
  readonly deductible: { readonly individual: Accumulator; readonly family: Accumulator }
  readonly outOfPocket: { readonly individual: Accumulator; readonly family: Accumulator }
  /** Visits that the plan still pays for. */
  readonly visitsLeft: Said
  readonly authorization: 'required' | 'not-required' | 'unsaid'
  readonly authorizationPointers: readonly Pointer[]
}

/**
 * What of an answer holds for one visit. A statement about the service goes before one about the plan, one for the place
 * before one for any, one for the network before one that names none. What is left over is kept, so that two values stay two.
 */
export function visitBenefits({ benefits }: Pick<Eligibility, 'benefits'>, asked: VisitAsked): VisitBenefits {
  const of = (kind: BenefitKind, more: (benefit: Benefit) => boolean = () => true): readonly Benefit[] =>
    nearest(
      benefits.filter((one) => one.kind === kind && more(one)),
      asked,
    )
  const accumulator = (kind: 'deductible' | 'out-of-pocket', scopes: readonly Scope[]): Accumulator => {
    const those = (isRemaining: boolean) =>
      said(
        of(kind, (one) => one.isRemaining === isRemaining && scopes.includes(one.scope) && one.cents !== null),
        ({ cents }) => cents,
      )
    return { whole: those(false), left: those(true) }
  }
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
  return {
    isCovered: coveredBy(benefits, asked),
    copay: said(of('copay'), ({ cents }) => cents),
    coinsurance: said(of('coinsurance'), ({ basisPoints }) => basisPoints),
    deductible: both('deductible'),
    outOfPocket: both('out-of-pocket'),
    visitsLeft: said(limits, visitsLeftOf),
    // Where one statement asks for it and another does not, somebody has to ask.
    authorization: needing.length > 0 ? 'required' : authorized.length > 0 ? 'not-required' : 'unsaid',
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

function coveredBy(benefits: readonly Benefit[], asked: VisitAsked): VisitBenefits['isCovered'] {
  const states = benefits.filter(({ kind }) => ['active', 'inactive', 'not-covered', 'exclusion'].includes(kind))
  const those = nearest(states, asked)
  const yes = those.some(({ kind }) => kind === 'active')
  const no = those.some(({ kind }) => kind !== 'active')
  if (yes === no) return 'unsaid'
  return yes ? 'yes' : 'no'
}

const wholePlan = '30'

function nearest(benefits: readonly Benefit[], { serviceTypes, isInNetwork, place }: VisitAsked): readonly Benefit[] {
  const isOf = (wanted: (one: Benefit) => boolean) => (those: readonly Benefit[]) => those.filter(wanted)
  const ofService = serviceTypes
    .map((type) => benefits.filter((one) => one.serviceTypes.includes(type)))
    .find((those) => those.length > 0)
  const ofPlan = isOf(
    (one) => one.procedure === null && (one.serviceTypes.length === 0 || one.serviceTypes.includes(wholePlan)),
  )
  const byService = ofService ?? ofPlan(benefits)
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

function said(benefits: readonly Benefit[], valueOf: (benefit: Benefit) => number | null): Said {
  const known = benefits.flatMap((benefit) => {
    const value = valueOf(benefit)
    return value === null ? [] : [{ value, pointer: benefit.pointer }]
  })
  const values = known.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const pointers = known.map(({ pointer }) => pointer)
  if (values.length === 0) return { is: 'unsaid' }
  return low === high ? { is: 'said', value: low, pointers } : { is: 'unclear', low, high, pointers }
}
