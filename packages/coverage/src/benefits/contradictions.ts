import type { Benefit, BenefitKind, Contradiction } from './eligibility.ts'

/** Kinds of which one case has one value. */
export const single: ReadonlySet<BenefitKind> = new Set<BenefitKind>([
  'copay',
  'coinsurance',
  'deductible',
  'out-of-pocket',
])

/** All by which a payer tells one case from another, other than free words and what `but` leaves out. */
function caseOf(benefit: Benefit, serviceType: string, but: 'nothing' | 'network' | 'time' = 'nothing'): string {
  const { kind, scope, insuranceType, plan, period, isRemaining, quantity, network, procedure, places } = benefit
  const dates = benefit.dates.map(({ kind: of, from, until }) => [of, from, until])
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

const clashes: readonly (readonly [Contradiction['about'], 'nothing' | 'network' | 'time', Clash])[] = [
  ['values', 'nothing', valuesClash],
  ['networks', 'network', networksClash],
  ['left-above-whole', 'time', leftAboveWhole],
]

/**
 * Different amounts for one case: nothing that the payer wrote in codes says which applies. Where free words stand beside
 * them, these may; a person has to read them.
 */
export function contradictionsOf(benefits: readonly Benefit[]): readonly Contradiction[] {
  const amounts = benefits.filter(
    ({ kind, cents, basisPoints }) => single.has(kind) && (cents !== null || basisPoints !== null),
  )
  return clashes.flatMap(([about, but, clash]) => {
    const found = new Map<string, Contradiction>()
    for (const { serviceType, of } of casesOf(amounts, but)) {
      const said = clash(of)
      const [first] = of
      if (!first || !said) continue
      // The same lines for many services are one contradiction with many names.
      const key = JSON.stringify(of.map(({ pointer }) => pointer.segment))
      const known = found.get(key)
      const words = new Set(of.map(({ messages }) => messages.join('\n')))
      found.set(key, {
        ...said,
        about,
        kind: first.kind,
        scope: first.scope,
        isRemaining: first.isRemaining && about !== 'left-above-whole',
        serviceTypes: [...(known?.serviceTypes ?? []), ...(serviceType === '' ? [] : [serviceType])],
        isToldApartInWords: words.size === of.length,
        pointers: of.map(({ pointer }) => pointer),
      })
    }
    return [...found.values()]
  })
}

function casesOf(benefits: readonly Benefit[], but: 'nothing' | 'network' | 'time') {
  const cases = new Map<string, { serviceType: string; of: Benefit[] }>()
  for (const benefit of benefits) {
    for (const serviceType of benefit.serviceTypes.length > 0 ? benefit.serviceTypes : ['']) {
      const key = caseOf(benefit, serviceType, but)
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
  const whole = amounts.filter(({ isRemaining }) => !isRemaining).map(amount)
  if (left.length === 0 || whole.length === 0) return null
  const [mostLeft, most] = [Math.max(...left), Math.max(...whole)]
  if (mostLeft <= most) return null
  const values = [mostLeft, most].map((cents) => ({ cents, basisPoints: null }))
  return { values, network: of[0]?.network ?? 'unsaid' }
}

function distinct(benefits: readonly Benefit[]): Contradiction['values'] {
  const values = benefits.map(({ cents, basisPoints }) => ({ cents, basisPoints }))
  return [...new Map(values.map((one) => [`${one.cents} ${one.basisPoints}`, one])).values()].toSorted(
    (a, b) => (a.cents ?? 0) - (b.cents ?? 0) || (a.basisPoints ?? 0) - (b.basisPoints ?? 0),
  )
}
