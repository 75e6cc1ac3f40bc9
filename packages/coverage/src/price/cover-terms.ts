import { type VisitBenefits, visitBenefits } from '../benefits/visit-benefits.ts'
import { serviceTypesOfCode } from '../directory/code-sections.ts'
import { type Range, type ServiceTerms, type Terms, termsOf } from '../owe/terms.ts'
import { activeOn } from './active-on.ts'
import { networkOf } from './network-of.ts'
import type { Cover, LeftOut, PriceFacts, PriceGap } from './facts.ts'

/** How a cover shares the cost, and what nobody knows of it. */
export interface CoverTerms {
  readonly cover: Cover
  readonly terms: Terms
  readonly missing: readonly PriceGap[]
  /** Codes of another kind of service than the visit's, of which the payer said nothing. */
  readonly unsaidCodes: readonly string[]
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

export function termsOfCover(cover: Cover, facts: PriceFacts): CoverTerms {
  const isInNetwork = networkOf(cover.saidOfNetwork, cover.contract !== null)
  const read = (network: boolean | null) => termsIn(cover, facts, network)
  const { terms, unsaidCodes } = read(isInNetwork)
  if (!cover.answer) return { cover, terms, missing: ['answer'], unsaidCodes: [], mayNotPay: true }
  const missing: PriceGap[] = [...terms.missing]
  const isActive = activeOn(cover.answer.state, facts.date) === 'yes'
  if (!isActive) missing.unshift('active')
  if (isInNetwork === null && JSON.stringify(read(true)) !== JSON.stringify(read(false))) missing.push('network')
  return { cover, terms, missing, unsaidCodes, mayNotPay: !isActive || terms.missing.includes('covered') }
}

type Other = NonNullable<Terms['others']>[number]

/** The terms of the visit, and of what in it is another kind of service, such as a lab test. */
function termsIn(cover: Cover, { services, serviceTypes, place }: PriceFacts, isInNetwork: boolean | null) {
  const benefits = cover.answer?.benefits ?? []
  const of = (types: readonly string[]): VisitBenefits =>
    visitBenefits({ benefits }, { serviceTypes: types, isInNetwork, place })
  const ofVisit = of(serviceTypes)
  const terms = termsOf(cover.payer, ofVisit)
  const notPaid = notPaidFor(cover)
  const codes = services.map(({ code }) => code).filter((code) => !notPaid.has(code))
  const [main] = serviceTypes
  const isApart = (code: string): boolean => {
    const types = serviceTypesOfCode(code)
    return types.length > 0 && (main === undefined || !types.includes(main))
  }
  // A visit that is nothing else is of its own kind, whatever its codes.
  const apart = codes.every(isApart) ? [] : codes.filter(isApart)
  const others: Other[] = notPaid.size > 0 ? [{ ...terms, isCovered: false, codes: [...notPaid] }] : []
  const unsaidCodes: string[] = []
  for (const [key, those] of Map.groupBy(new Set(apart), (code) => serviceTypesOfCode(code).join(' '))) {
    const types = key.split(' ')
    const isSaid = benefits.some(
      (one) => amounts.has(one.kind) && types.some((type) => one.serviceTypes.includes(type)),
    )
    const other = isSaid ? ofService(of(types), ofVisit) : unsaid(terms, termsOf(cover.payer, of([])))
    if (other && cover.answer) others.push({ ...other, codes: those })
    if (!isSaid && other && isOpen(other)) unsaidCodes.push(...those)
  }
  return { terms: others.length > 0 ? { ...terms, others } : terms, unsaidCodes }
}

const amounts: ReadonlySet<string> = new Set(['copay', 'coinsurance', 'deductible', 'not-covered', 'exclusion'])
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

/** Services of which the payer says that it does not pay for them. */
export function notPaidFor({ answer }: Cover): ReadonlySet<string> {
  const said = answer?.benefits.filter(({ kind }) => kind === 'not-covered' || kind === 'exclusion') ?? []
  return new Set(said.flatMap(({ procedure }) => procedure?.code ?? []))
}
