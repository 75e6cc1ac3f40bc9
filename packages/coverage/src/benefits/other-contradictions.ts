import type { Benefit, Contradiction, Delivery, Quantity } from './eligibility.ts'
import { holdsOn } from './holding.ts'
import { limitsOf } from './limits.ts'
import { wholePlan } from './rank.ts'
import { isUsed, isWholeOfYear } from './used.ts'

/** What tells one case from another in every statement. */
function caseOf({ network, procedure, places, dates, parties }: Benefit, on: string): readonly unknown[] {
  return [
    network,
    procedure && [procedure.code, ...procedure.modifiers],
    places,
    // Two that hold on the day are of one time for it, however each is dated.
    holdsOn({ dates }, on) ? on : dates.map(({ kind, from, until }) => [kind, from, until]),
    parties.map(({ role, name, given }) => [role, name, given]),
  ]
}

/** Covered and not covered, authorization and none, and limits that deny each other. @param on civil date of service */
export function otherContradictionsOf(benefits: readonly Benefit[], on: string): readonly Contradiction[] {
  return [...coverClashes(benefits, on), ...authorizationClashes(benefits, on), ...limitClashes(benefits, on)]
}

function coverClashes(benefits: readonly Benefit[], on: string): readonly Contradiction[] {
  const said = benefits.filter((one) => one.kind === 'active' || isNo(one))
  return clashesIn(
    said,
    (one) => [one.scope, one.quantity, ...caseOf(one, on)],
    (of, serviceType) => {
      const [yes, no] = [of.filter(({ kind }) => kind === 'active'), of.filter(({ kind }) => kind !== 'active')]
      // Of the plan that is its state, and said there.
      const isState = (serviceType === '' || serviceType === wholePlan) && no.every(({ kind }) => kind === 'inactive')
      const those = [...yes.filter((one) => no.some((other) => isOfOnePlan(one, other))), ...no]
      const isClash = those.length > no.length && !(isState && of.every(({ procedure }) => procedure === null))
      return isClash ? { about: 'cover', of: those } : null
    },
  )
}

/** What an exclusion excludes stands in words where there are any; then it is a part only. */
function isNo({ kind, messages, serviceTypes }: Benefit): boolean {
  if (kind === 'exclusion') return messages.length === 0 && !serviceTypes.includes(wholePlan)
  return kind === 'not-covered' || kind === 'inactive'
}

/** Nothing that is said of either tells that they are of two plans. */
export function isOfOnePlan(a: Benefit, b: Benefit): boolean {
  const isSame = (one: string | null, other: string | null): boolean => one === null || other === null || one === other
  return isSame(a.plan, b.plan) && isSame(a.insuranceType, b.insuranceType)
}

/** Whatever statements of one service say it: the visit needs one or does not. */
function authorizationClashes(benefits: readonly Benefit[], on: string): readonly Contradiction[] {
  const said = benefits.filter(
    ({ authorization, serviceTypes, procedure }) =>
      (authorization === 'required' || authorization === 'not-required') &&
      (serviceTypes.length > 0 || procedure !== null),
  )
  // What is asked for beyond so many visits is not asked for before.
  const limit = ({ kind, quantity, deliveries }: Benefit): unknown => kind === 'limitation' && [quantity, deliveries]
  return clashesIn(
    said,
    (one) => [limit(one), one.insuranceType, ...caseOf(one, on)],
    (of) => (new Set(of.map(({ authorization }) => authorization)).size === 2 ? { about: 'authorization', of } : null),
  )
}

type Clash = Partial<Contradiction> & { readonly about: Contradiction['about']; readonly of: readonly Benefit[] }

/** One contradiction for the same lines, with the names of all services. */
function clashesIn<B extends Benefit>(
  benefits: readonly B[],
  keyOf: (one: B) => readonly unknown[],
  clash: (of: readonly B[], serviceType: string) => Clash | null,
): readonly Contradiction[] {
  const found = new Map<string, Contradiction>()
  const named = benefits.flatMap((one) =>
    (one.serviceTypes.length > 0 ? one.serviceTypes : ['']).map((serviceType) => ({ one, serviceType })),
  )
  const cases = Map.groupBy(named, ({ one, serviceType }) => JSON.stringify([serviceType, ...keyOf(one)]))
  for (const those of cases.values()) {
    const serviceType = those[0]?.serviceType ?? ''
    const said = clash(
      those.map(({ one }) => one),
      serviceType,
    )
    const [first] = said?.of ?? []
    if (!said || !first) continue
    const { of, ...rest } = said
    const pointers = [...new Map(of.map(({ pointer }) => [pointer.segment, pointer])).values()].toSorted(
      (a, b) => a.segment - b.segment,
    )
    const key = JSON.stringify([said.about, pointers])
    const words = new Set(of.map(({ messages }) => messages.join('\n')))
    found.set(key, {
      kind: first.kind,
      scope: first.scope,
      network: first.network,
      isRemaining: false,
      isUsed: false,
      values: [],
      isToldApartInWords: words.size === pointers.length,
      ...rest,
      serviceTypes: [...(found.get(key)?.serviceTypes ?? []), ...(serviceType === '' ? [] : [serviceType])],
      pointers,
    })
  }
  return [...found.values()]
}

/** A limit with the statement that it stands in: a number of something, or an amount of money. */
interface Limit extends Benefit {
  readonly limit: Pick<Delivery, 'period' | 'periods' | 'isRemaining'> & {
    readonly quantity: Quantity | null
    readonly cents: number | null
  }
}

function limitsIn(benefit: Benefit): readonly Limit[] {
  const { kind, cents, period, isRemaining } = benefit
  if (kind !== 'limitation') return []
  const counted = limitsOf(benefit).flatMap((one) =>
    one.quantity === null || one.every !== null || one.days !== null || one.hours !== null
      ? []
      : [{ ...benefit, limit: { ...one, cents: null } }],
  )
  const ofMoney = { ...benefit, limit: { period, periods: null, isRemaining, quantity: null, cents } }
  return cents === null ? counted : [...counted, ofMoney]
}

function limitClashes(benefits: readonly Benefit[], on: string): readonly Contradiction[] {
  const limits = benefits.flatMap(limitsIn)
  const keyOf = (one: Limit): readonly unknown[] => [
    one.scope,
    one.insuranceType,
    one.plan,
    one.limit.quantity?.unit ?? '$',
    ...caseOf(one, on),
  ]
  const values = clashesIn(
    limits,
    (one) => [...keyOf(one), one.limit.period, one.limit.periods, one.limit.isRemaining],
    (of) => {
      const those = distinct(of)
      const [first] = of
      if (those.length < 2 || !first) return null
      const { isRemaining, period } = first.limit
      return { about: 'limits', of, values: those, isRemaining, isUsed: isUsed(first.limit), period }
    },
  )
  return [...values, ...clashesIn(limits, keyOf, leftClash)]
}

/** Not more of a limit of the year is left than there is, and what was used and what is left are all of it. */
function leftClash(of: readonly Limit[]): Clash | null {
  const left = of.filter(({ limit }) => limit.isRemaining && limit.period === null)
  const whole = of.filter(({ limit }) => isWholeOfYear(limit))
  const used = of.filter(({ limit }) => isUsed(limit))
  const most = whole.toSorted((a, b) => amountOf(b) - amountOf(a))[0]
  const mostLeft = left.toSorted((a, b) => amountOf(b) - amountOf(a))[0]
  if (!most || !mostLeft) return null
  if (amountOf(mostLeft) > amountOf(most))
    return { about: 'left-above-whole', of: [mostLeft, most], values: [mostLeft, most].map(valueOf) }
  const [paid] = used
  const isSo = whole.some((one) =>
    left.some((other) => used.some((each) => Math.max(0, amountOf(one) - amountOf(each)) === amountOf(other))),
  )
  if (!paid || isSo) return null
  return { about: 'left-beside-used', of: [most, paid, mostLeft], values: [most, paid, mostLeft].map(valueOf) }
}

function amountOf({ limit }: Limit): number {
  return limit.cents ?? limit.quantity?.value ?? 0
}

function valueOf({ limit: { cents, quantity } }: Limit): Contradiction['values'][number] {
  return { cents, basisPoints: null, quantity }
}

function distinct(of: readonly Limit[]): Contradiction['values'] {
  const sorted = of.toSorted((a, b) => amountOf(a) - amountOf(b))
  return [...new Map(sorted.map((one) => [amountOf(one), valueOf(one)])).values()]
}
