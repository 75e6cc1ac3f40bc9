import type { Benefit } from '../benefits/eligibility.ts'
import { holdsOn } from '../benefits/holding.ts'
import { qmbOn } from '../benefits/qmb.ts'
import { isOfCode } from '../benefits/rank.ts'
import { type VisitBenefits, visitBenefits } from '../benefits/visit-benefits.ts'
import { serviceTypesOfCode } from '../directory/code-sections.ts'
import { type MissingFact, type Range, type ServiceTerms, type Terms, termsOf } from '../owe/terms.ts'
import type { Pointer } from '../pointer.ts'
import { activeOn } from './active-on.ts'
import { inAnotherYear, isSameBenefitYear } from './benefit-year.ts'
import { networkOf } from './network-of.ts'
import type { Cover, LeftOut, PriceFacts, PriceGap, Service } from './facts.ts'

/** How a cover shares the cost, and what nobody knows of it. */
export interface CoverTerms {
  readonly cover: Cover
  readonly terms: Terms
  readonly missing: readonly PriceGap[]
  /** Codes of another kind of service than the visit's, of which the payer said nothing. */
  readonly unsaidCodes: readonly string[]
  /** It may pay nothing at all: nobody asked, or the payer did not say so plainly. */
  readonly mayNotPay: boolean
  /** It may not hold on that day: nobody asked, or the payer did not say so plainly of this day. */
  readonly mayBeOver: boolean
}

/** Why a cover does not count on that day, for what the visit is for; null: it does. */
export function leftOutOf(
  { coverageId, payer, paysFor, from, until, answer }: Cover,
  { date, cause }: Pick<PriceFacts, 'date' | 'cause'>,
): LeftOut | null {
  const out = (because: LeftOut['because']): LeftOut => ({ coverageId, payer, because })
  if (paysFor !== 'care' && paysFor !== cause) return out('not-health')
  if ((from !== null && date < from) || (until !== null && until < date)) return out('other-dates')
  return answer && activeOn(answer.state, date) === 'no' ? out('not-active') : null
}

/**
 * Where covers say that the patient is a Qualified Medicare Beneficiary on that day: those that surely hold on it, and with
 * those that may.
 */
export function qmbSaid(covers: readonly Cover[], { date }: Pick<PriceFacts, 'date'>) {
  const said = covers.flatMap(({ answer }) => {
    if (!answer) return []
    const isSure = activeOn(answer.state, date) === 'yes'
    return qmbOn(answer.benefits, date).map((pointer) => ({ pointer, isSure }))
  })
  const pointersOf = (those: typeof said): readonly Pointer[] => those.map(({ pointer }) => pointer)
  return { sure: pointersOf(said.filter(({ isSure }) => isSure)), all: pointersOf(said) }
}

/**
 * Who insures accidents shares no cost with the patient. An injury at work is billed to the employer's insurer alone while
 * the case is open, by the workers' compensation laws of the states. What the policy of a car pays ends with its limit
 * (42 CFR 411.50), and how much of it is left nobody here knows.
 */
function termsOfAccident(cover: Cover): CoverTerms {
  const isOfWork = cover.paysFor === 'work'
  const terms: Terms = {
    payer: cover.payer,
    isCovered: true,
    copay: exactly(0),
    coinsurance: exactly(0),
    deductibleLeft: exactly(0),
    outOfPocketLeft: null,
    isCopayOnly: true,
    coordination: 'standard',
    isWorkCase: isOfWork,
    missing: [],
  }
  return {
    cover,
    terms,
    missing: isOfWork ? [] : ['accident-limit'],
    unsaidCodes: [],
    mayNotPay: !isOfWork,
    mayBeOver: false,
  }
}

/** @param qmb where any of the covers says that the patient is a Qualified Medicare Beneficiary, which binds whoever pays */
export function termsOfCover(cover: Cover, facts: PriceFacts, qmb: readonly Pointer[]): CoverTerms {
  if (cover.paysFor !== 'care') return termsOfAccident(cover)
  const isInNetwork = networkOf(cover.saidOfNetwork, cover.contract !== null)
  const { terms, unsaidCodes } = termsIn(cover, facts, isInNetwork, qmb)
  if (!cover.answer) return { cover, terms, missing: ['answer'], unsaidCodes: [], mayNotPay: true, mayBeOver: true }
  const missing: PriceGap[] = [...terms.missing]
  const isActive = activeOn(cover.answer.state, facts.date) === 'yes'
  if (!isActive) missing.unshift('active')
  if (inEachNetwork(cover, facts).length > 1) missing.push('network')
  const mayNotPay = !isActive || terms.missing.includes('covered')
  return { cover, terms, missing, unsaidCodes, mayNotPay, mayBeOver: !isActive }
}

/** A cover as it is in one network and in the other, where nobody knows which it is and the payer says them apart. */
export function inEachNetwork(cover: Cover, facts: PriceFacts): readonly Cover[] {
  const isKnown = networkOf(cover.saidOfNetwork, cover.contract !== null) !== null
  if (isKnown || cover.paysFor !== 'care') return [cover]
  const read = (network: boolean): string => JSON.stringify(termsIn(cover, facts, network, []))
  return read(true) === read(false) ? [cover] : [true, false].map((saidOfNetwork) => ({ ...cover, saidOfNetwork }))
}

type Other = NonNullable<Terms['others']>[number]

/**
 * The terms of a visit in the network or out of it. Where the payer said nothing of what it pays outside, it is no more than
 * inside: at most as much where the law protects the patient from the difference (45 CFR 149.110 to 149.120), else less.
 */
function termsIn(cover: Cover, facts: PriceFacts, isInNetwork: boolean | null, qmb: readonly Pointer[]) {
  const own = termsRead(cover, facts, isInNetwork, qmb)
  if (isInNetwork !== false || !isShareUnsaid(own.terms)) return own
  const { terms: inside } = termsRead(cover, facts, true, qmb)
  if (isShareUnsaid(inside)) return own
  const coinsurance = { low: inside.coinsurance.low, high: own.terms.coinsurance.high }
  return { ...own, terms: { ...own.terms, copay: inside.copay, coinsurance } }
}

/** Neither a copay nor a share was said: the plan may pay all of it, or nothing. */
function isShareUnsaid({ copay, coinsurance, missing }: Terms): boolean {
  return missing.includes('coinsurance') && copay.high === 0 && coinsurance.low === 0 && coinsurance.high === 10_000
}

/** The terms of the visit, of codes that the payer spoke of by name, and of what is another kind of service, such as a lab test. */
function termsRead(cover: Cover, facts: PriceFacts, isInNetwork: boolean | null, qmb: readonly Pointer[]) {
  const { serviceTypes, place, date } = facts
  const benefits = (cover.answer?.benefits ?? []).filter((one) => holdsOn(one, date))
  const isOfYear = cover.answer === null || isSameBenefitYear(cover.answer.state, facts.date)
  const onDay = (its: VisitBenefits): VisitBenefits => ({
    ...(isOfYear ? its : inAnotherYear(its)),
    qmb: [...its.qmb, ...qmb],
  })
  const said: Said = {
    benefits,
    of: (types) => onDay(visitBenefits({ benefits }, { serviceTypes: types, isInNetwork, place, date })),
    ofCode: (service) => {
      // A share that is named for the code stands in for those of its kind and of the plan.
      const isShared = benefits.some((one) => shares.has(one.kind) && isOfCode(one, service))
      const its = isShared ? benefits.filter((one) => one.procedure !== null || !shares.has(one.kind)) : benefits
      const types = isApart(service, serviceTypes) ? serviceTypesOfCode(service.code) : serviceTypes
      return onDay(visitBenefits({ benefits: its }, { serviceTypes: types, isInNetwork, place, date, service }))
    },
  }
  const ofVisit = said.of(serviceTypes)
  const terms = termsOf(cover.payer, ofVisit)
  const notPaid = notPaidFor(cover, facts, isInNetwork)
  const paid = facts.services.filter((service) => !notPaid.has(service))
  const named = paid.filter((service) => benefits.some((one) => owed.has(one.kind) && isOfCode(one, service)))
  const byName = namedTerms(said, named, ofVisit)
  const rest = paid.filter((service) => !named.includes(service))
  // A visit that is nothing else is of its own kind, whatever its codes.
  const apart = rest.every((one) => isApart(one, serviceTypes)) ? [] : rest.filter((one) => isApart(one, serviceTypes))
  const byKind = cover.answer ? apartTerms(said, apart, { terms, ofVisit }) : { others: [], unsaidCodes: [] }
  const codes = [...new Set([...notPaid].map(({ code }) => code))]
  const notCovered = codes.length > 0 ? [{ ...terms, isCovered: false, codes }] : []
  const others: readonly Other[] = [...notCovered, ...byName.others, ...byKind.others]
  // What nobody said of the visit as such moves nothing where each of its codes has terms of its own.
  const isAllNamed = named.length > 0 && rest.length === 0
  const ofThisVisit = terms.missing.filter((fact) => !(isAllNamed && ofOneService.has(fact)))
  const known = { ...terms, missing: [...new Set([...ofThisVisit, ...byName.missing])] }
  return { terms: others.length > 0 ? { ...known, others } : known, unsaidCodes: byKind.unsaidCodes }
}

/** What the payer said, of kinds of services and of one code. */
interface Said {
  readonly benefits: readonly Benefit[]
  readonly of: (serviceTypes: readonly string[]) => VisitBenefits
  readonly ofCode: (service: Service) => VisitBenefits
}

/** A code of another kind of service than the visit's. */
function isApart({ code }: Service, [main]: readonly string[]): boolean {
  const types = serviceTypesOfCode(code)
  return types.length > 0 && (main === undefined || !types.includes(main))
}

function namedTerms(said: Said, named: readonly Service[], ofVisit: VisitBenefits) {
  const others: Other[] = []
  const missing: MissingFact[] = []
  for (const service of named) {
    const its = said.ofCode(service)
    const own = ofService(its, ofVisit)
    if (own) others.push({ ...own, codes: [service.code] })
    missing.push(...termsOf('', its).missing.filter((fact) => ofOneService.has(fact)))
  }
  return { others, missing }
}

function apartTerms(
  said: Said,
  apart: readonly Service[],
  { terms, ofVisit }: { readonly terms: Terms; readonly ofVisit: VisitBenefits },
) {
  const others: Other[] = []
  const unsaidCodes: string[] = []
  const codes = new Set(apart.map(({ code }) => code))
  for (const [key, those] of Map.groupBy(codes, (code) => serviceTypesOfCode(code).join(' '))) {
    const types = key.split(' ')
    const isSaid = said.benefits.some(
      (one) => amounts.has(one.kind) && one.procedure === null && types.some((type) => one.serviceTypes.includes(type)),
    )
    const other = isSaid ? ofService(said.of(types), ofVisit) : unsaid(terms, termsOf(terms.payer, said.of([])))
    if (other) others.push({ ...other, codes: those })
    if (!isSaid && other && isOpen(other)) unsaidCodes.push(...those)
  }
  return { others, unsaidCodes }
}

/** What may be unknown of one service, whatever is known of the visit. */
const ofOneService: ReadonlySet<MissingFact> = new Set(['covered', 'copay', 'coinsurance', 'deductible-left'])

const shares: ReadonlySet<string> = new Set(['copay', 'coinsurance'])
/** What of a service a patient owes, and beside it that nothing is paid for it. */
const owed: ReadonlySet<string> = new Set([...shares, 'deductible'])
const amounts: ReadonlySet<string> = new Set([...owed, 'not-covered', 'exclusion'])
const exactly = (value: number): Range => ({ low: value, high: value })

/** As the payer says it of the service; a copay that is the visit's own is paid once. Null: the same in all. */
function ofService(benefits: VisitBenefits, ofVisit: VisitBenefits): ServiceTerms | null {
  const { isCovered, copay, coinsurance, deductibleLeft, isCopayOnly } = termsOf('', benefits)
  const isSame = (what: 'copay' | 'coinsurance' | 'deductible'): boolean =>
    JSON.stringify(benefits[what]) === JSON.stringify(ofVisit[what])
  if (isSame('copay') && benefits.copay.is !== 'unsaid') {
    if (isSame('coinsurance') && isSame('deductible')) return null
    return { isCovered, copay: exactly(0), coinsurance, deductibleLeft, isCopayOnly }
  }
  return { isCovered, copay, coinsurance, deductibleLeft, isCopayOnly }
}

/** Nothing is said of the service: it may be within what is paid for the visit, or be paid for as the plan as such says. */
function unsaid(ofVisit: Terms, ofPlan: Terms): ServiceTerms {
  const hull = (one: Range, other: Range): Range => ({
    low: Math.min(one.low, other.low),
    high: Math.max(one.high, other.high),
  })
  const [visit, plan] = [ofVisit, ofPlan].map(({ isCopayOnly, coinsurance, deductibleLeft }) =>
    isCopayOnly ? { coinsurance: exactly(0), deductibleLeft: exactly(0) } : { coinsurance, deductibleLeft },
  ) as [Pick<Terms, 'coinsurance' | 'deductibleLeft'>, Pick<Terms, 'coinsurance' | 'deductibleLeft'>]
  const deductibleLeft = hull(visit.deductibleLeft, plan.deductibleLeft)
  const isSame = JSON.stringify(deductibleLeft) === JSON.stringify(ofVisit.deductibleLeft)
  return {
    isCovered: ofVisit.isCovered,
    copay: exactly(0),
    coinsurance: hull(visit.coinsurance, plan.coinsurance),
    deductibleLeft: isSame ? ofVisit.deductibleLeft : deductibleLeft,
    isCopayOnly: false,
  }
}

function isOpen({ copay, coinsurance, deductibleLeft }: ServiceTerms): boolean {
  return [copay, coinsurance, deductibleLeft].some(({ low, high }) => low !== high)
}

/**
 * Services of which the payer says by their code that it does not pay for them: with these modifiers, at this place, in
 * this network. Where nobody knows the network, what is said of either counts.
 */
export function notPaidFor(
  { answer }: Cover,
  { services, place, date }: Pick<PriceFacts, 'services' | 'place' | 'date'>,
  isInNetwork: boolean | null,
): ReadonlySet<Service> {
  const other = isInNetwork === null ? null : isInNetwork ? 'out' : 'in'
  const said = (answer?.benefits ?? []).filter(
    ({ kind, network, places, dates }) =>
      (kind === 'not-covered' || kind === 'exclusion') &&
      holdsOn({ dates }, date) &&
      network !== other &&
      (places.length === 0 || place === null || places.includes(place)),
  )
  return new Set(services.filter((service) => said.some((one) => isOfCode(one, service))))
}
