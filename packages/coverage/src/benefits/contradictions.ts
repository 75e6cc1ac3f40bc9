import type { Benefit, BenefitKind, Contradiction } from './eligibility.ts'
import { holdsOn } from './holding.ts'
import { otherContradictionsOf } from './other-contradictions.ts'
import { isUsed, isWholeOfYear } from './used.ts'

/** Kinds of which one case has one value. */
export const single: ReadonlySet<BenefitKind> = new Set<BenefitKind>([
  'copay',
  'coinsurance',
  'deductible',
  'out-of-pocket',
])

type But = 'nothing' | 'network' | 'time'

/** All by which a payer tells one case from another, other than free words and what `but` leaves out. */
function caseOf(benefit: Benefit, serviceType: string, on: string, but: But): string {
  const { kind, scope, insuranceType, plan, period, isRemaining, quantity, network, procedure, places } = benefit
  // Two that hold on the day are of one time for it, however each is dated.
  const dates = holdsOn(benefit, on) ? on : benefit.dates.map(({ kind: of, from, until }) => [of, from, until])
  const procedureCode = procedure && [procedure.code, ...procedure.modifiers]
  const { deliveries, authorization, parties } = benefit
  const to = parties.map(({ role, name, given }) => [role, name, given])
  return JSON.stringify([
    [kind, serviceType, scope, insuranceType, plan, quantity, authorization],
    but === 'network' ? [] : [network],
    but === 'time' ? [] : [period, isRemaining],
    [procedureCode, places, dates, deliveries, to],
  ])
}

/** What the statements of one case contradict each other in; null: they do not. */
type Clash = (of: readonly Benefit[]) => Pick<Contradiction, 'values' | 'network'> | null

const clashes: readonly (readonly [Contradiction['about'], But, Clash])[] = [
  ['values', 'nothing', valuesClash],
  ['networks', 'network', networksClash],
  ['left-above-whole', 'time', leftAboveWhole],
  ['left-beside-used', 'time', leftBesideUsed],
]

/**
 * Different amounts for one case: nothing that the payer wrote in codes says which applies. Where free words stand beside
 * them, these may; a person has to read them.
 *
 * @param on civil date of service
 */
export function contradictionsOf(benefits: readonly Benefit[], on: string): readonly Contradiction[] {
  const amounts = benefits.filter(
    ({ kind, cents, basisPoints }) => single.has(kind) && (cents !== null || basisPoints !== null),
  )
  const ofAmounts = clashes.flatMap(([about, but, clash]) => {
    const found = new Map<string, Contradiction>()
    for (const { serviceType, of } of casesOf(amounts, on, but)) {
      const said = clash(of)
      const [first] = of
      if (!first || !said) continue
      // The same lines for many services are one contradiction with many names.
      const key = JSON.stringify(of.map(({ pointer }) => pointer.segment))
      const known = found.get(key)
      // Across the times of one amount, what is left stands beside the whole.
      const isOfOnePart = but !== 'time'
      const words = new Set(of.map(({ messages }) => messages.join('\n')))
      found.set(key, {
        ...said,
        about,
        kind: first.kind,
        scope: first.scope,
        isRemaining: first.isRemaining && isOfOnePart,
        isUsed: isUsed(first) && isOfOnePart,
        serviceTypes: [...(known?.serviceTypes ?? []), ...(serviceType === '' ? [] : [serviceType])],
        isToldApartInWords: words.size === of.length,
        pointers: of.map(({ pointer }) => pointer),
      })
    }
    return [...found.values()]
  })
  return [...ofAmounts, ...otherContradictionsOf(benefits, on)]
}

function casesOf(benefits: readonly Benefit[], on: string, but: But) {
  const cases = new Map<string, { serviceType: string; of: Benefit[] }>()
  for (const benefit of benefits) {
    for (const serviceType of benefit.serviceTypes.length > 0 ? benefit.serviceTypes : ['']) {
      const key = caseOf(benefit, serviceType, on, but)
      const known = cases.get(key)
      if (known) known.of.push(benefit)
      else cases.set(key, { serviceType, of: [benefit] })
    }
  }
  return [...cases.values()]
}

function valuesClash(of: readonly Benefit[]): ReturnType<Clash> {
  const values = distinct(of)
  return values.length < 2 ? null : { values, network: of[0]?.network ?? 'unsaid' }
}

/** W says of both networks what Y or N says otherwise of one (EB12). */
function networksClash(of: readonly Benefit[]): ReturnType<Clash> {
  const [both, one] = [of.filter(({ network }) => network === 'either'), of.filter(isOfOneNetwork)]
  const values = distinct([...both, ...one])
  const isSame = both.length === 0 || one.length === 0 || values.length < 2
  if (isSame || one.every((each) => both.some((other) => isEqual(each, other)))) return null
  const networks = new Set(one.map(({ network }) => network))
  return { values, network: networks.size === 1 ? one[0]!.network : 'unsaid' }
}

function isOfOneNetwork({ network }: Benefit): boolean {
  return network === 'in' || network === 'out'
}

function isEqual(a: Benefit, b: Benefit): boolean {
  return a.cents === b.cents && a.basisPoints === b.basisPoints
}

/** More of a deductible or a maximum cannot be left than there is of it. */
function leftAboveWhole(of: readonly Benefit[]): ReturnType<Clash> {
  const amount = ({ cents }: Benefit): number => cents ?? 0
  const amounts = of.filter(({ cents, kind }) => cents !== null && (kind === 'deductible' || kind === 'out-of-pocket'))
  const left = amounts.filter(({ isRemaining }) => isRemaining).map(amount)
  const whole = amounts.filter((one) => !one.isRemaining && !isUsed(one)).map(amount)
  if (left.length === 0 || whole.length === 0) return null
  const [mostLeft, most] = [Math.max(...left), Math.max(...whole)]
  if (mostLeft <= most) return null
  const values = [mostLeft, most].map((cents) => ({ cents, basisPoints: null }))
  return { values, network: of[0]?.network ?? 'unsaid' }
}

/** What was paid so far (EB06 24) and what is left (29) are the whole together; where more was paid nothing is left. */
function leftBesideUsed(of: readonly Benefit[]): ReturnType<Clash> {
  const amounts = of.filter(({ cents, kind }) => cents !== null && (kind === 'deductible' || kind === 'out-of-pocket'))
  const centsOf = (those: readonly Benefit[]): number[] => those.flatMap(({ cents }) => cents ?? [])
  const [wholes, used] = [centsOf(amounts.filter(isWholeOfYear)), centsOf(amounts.filter(isUsed))]
  const left = centsOf(amounts.filter(({ isRemaining }) => isRemaining))
  const [whole, paid, rest] = [wholes[0], used[0], left[0]]
  if (whole === undefined || paid === undefined || rest === undefined) return null
  // That more is left than there is at all is said already.
  const isSo = wholes.some((one) => left.some((other) => other > one || used.some((each) => isRest(one, each, other))))
  if (isSo) return null
  return {
    values: [whole, paid, rest].map((cents) => ({ cents, basisPoints: null })),
    network: of[0]?.network ?? 'unsaid',
  }
}

function isRest(whole: number, paid: number, rest: number): boolean {
  return Math.max(0, whole - paid) === rest
}

function distinct(benefits: readonly Benefit[]): Contradiction['values'] {
  const values = benefits.map(({ cents, basisPoints }) => ({ cents, basisPoints }))
  return [...new Map(values.map((one) => [`${one.cents} ${one.basisPoints}`, one])).values()].toSorted(
    (a, b) => (a.cents ?? 0) - (b.cents ?? 0) || (a.basisPoints ?? 0) - (b.basisPoints ?? 0),
  )
}
