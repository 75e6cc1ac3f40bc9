import { allowances, type Group, groupsOf } from './groups.ts'
import type { Charge, Discount, Owing } from './owing.ts'
import type { MissingFact, Range, ServiceTerms, Terms } from './terms.ts'

export type LineKind =
  | 'charge'
  | 'contract'
  | 'copay'
  | 'deductible'
  | 'coinsurance'
  | 'not-covered'
  | 'maximum'
  | 'payer'
  /** Of the employer's insurer, while the case is open. */
  | 'work-case'
  | 'discount'
  | 'paid'

/**
 * A step of the arithmetic. `moves` lines take from or add to what is open and sum up to what is owed; the others say of
 * what a payer's share is made.
 */
export interface Line {
  readonly kind: LineKind
  readonly moves: boolean
  readonly cents: number
  /** Of whom it speaks: the code of a service, the name of a payer. */
  readonly of: string | null
}

export interface Owed {
  readonly cents: Range
  /** With the low end of all that is unknown, and with the high end; the same where nothing is. */
  readonly low: readonly Line[]
  readonly high: readonly Line[]
  readonly missing: readonly MissingFact[]
}

/**
 * What the patient will owe for a visit. Each end of the range is one calculation: what is owed rises with every term, so
 * the lowest terms give the lowest sum and the highest the highest. Where nobody knows what a contract allows, it is
 * anything up to the charge, and at least the copay.
 *
 * @throws RangeError for a discount that is no share between nothing and all, or no amount
 */
export function owe(owing: Owing): Owed {
  refuseDiscount(owing.discount)
  const groups = groupsOf(owing)
  const [ofLow, ofHigh] = [between(owing, groups, 'low'), between(owing, groups, 'high')]
  const { lines: low } = ofLow.least
  const { lines: high } = ofHigh.most
  const moves = [ofLow, ofHigh].some(({ least, most }) => least.cents !== most.cents)
  const missing = new Set<MissingFact>([
    ...owing.payers.flatMap((terms) => terms.missing),
    ...(moves ? (['allowed-amount'] as const) : []),
  ])
  return { cents: { low: ofLow.least.cents, high: ofHigh.most.cents }, low, high, missing: [...missing] }
}

function refuseDiscount(discount: Discount | null): void {
  if (discount === null) return
  const isRight =
    'paysCents' in discount
      ? discount.paysCents >= 0
      : discount.paysBasisPoints >= 0 && discount.paysBasisPoints <= 10_000
  if (!isRight) throw new RangeError('a discount leaves a share between nothing and all of the charge')
}

/** The least and the most that is owed with one end of the terms, over all that a contract may allow. */
function between(owing: Owing, groups: readonly Group[], end: keyof Range) {
  const among = groups.filter(({ unknown }) => unknown > 0).length
  const found = combinations(groups.map((group) => allowances(group, owing.payers, end, among))).map((allowed) => {
    const lines = calculated(owing, groups, allowed, end)
    return { lines, cents: sumOf(lines) }
  })
  const [first] = found
  if (!first) throw new Error('no case at all')
  return {
    least: found.reduce((best, one) => (one.cents < best.cents ? one : best), first),
    most: found.reduce((best, one) => (one.cents > best.cents ? one : best), first),
  }
}

function combinations(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return lists.reduce<readonly (readonly number[])[]>(
    (all, list) => all.flatMap((one) => list.map((value) => [...one, value])),
    [[]],
  )
}

/** What the lines that move it come to; never less than nothing: what was paid too much is a credit, not a debt. */
export function sumOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { moves, cents }) => (moves ? sum + cents : sum), 0)
}

function calculated(
  { charges, payers, discount, paidCents }: Owing,
  groups: readonly Group[],
  allowances: readonly number[],
  end: keyof Range,
): readonly Line[] {
  const lines: Line[] = charges.map(({ code, chargedCents }) => line('charge', true, chargedCents, code))
  let open = charges.reduce((sum, { chargedCents }) => sum + chargedCents, 0)
  function move(kind: LineKind, cents: number, of: string | null): void {
    if (cents === 0) return
    open += cents
    lines.push(line(kind, true, cents, of))
  }

  // What a contract does not allow may not be asked of the patient; of a service without cover it is not known to hold.
  for (const [charge, allowedCents] of allowedOf(groups, allowances))
    move('contract', allowedCents - charge.chargedCents, charge.code)
  const allowed = allowances.reduce((sum, one) => sum + one, 0)
  let paidBefore = 0
  for (const [at, terms] of payers.entries()) {
    // What other payers tell apart is one for this one where its terms are.
    const amounts = new Map<ServiceTerms, number>()
    for (const [index, { terms: ofPayers }] of groups.entries()) {
      const own = ofPayers[at] ?? terms
      amounts.set(own, (amounts.get(own) ?? 0) + (allowances[index] ?? 0))
    }
    const { parts, share } = shareOf(terms, amounts, end)
    lines.push(...parts)
    const benefit = allowed - share
    const pays =
      terms.coordination === 'standard'
        ? Math.min(benefit, allowed - paidBefore)
        : Math.min(Math.max(0, benefit - paidBefore), allowed - paidBefore)
    paidBefore += pays
    move(terms.isWorkCase ? 'work-case' : 'payer', -pays, terms.payer)
  }
  if (payers.length === 0 && discount) move('discount', -Math.min(open, off(discount, open)), null)
  move('paid', -Math.min(open, paidCents), null)
  return lines
}

/** What is allowed of each charge that a plan pays for; of those whose price nobody knows the first take what there is. */
function allowedOf(groups: readonly Group[], allowances: readonly number[]): readonly (readonly [Charge, number])[] {
  return groups.flatMap(({ charges, known }, index) => {
    let rest = (allowances[index] ?? 0) - known
    return charges.map((charge): readonly [Charge, number] => {
      if (charge.allowedCents !== null) return [charge, Math.min(charge.chargedCents, charge.allowedCents)]
      const taken = Math.min(charge.chargedCents, rest)
      rest -= taken
      return [charge, taken]
    })
  })
}

function line(kind: LineKind, moves: boolean, cents: number, of: string | null): Line {
  return { kind, moves, cents, of }
}

/** The patient's share of what is allowed by kind of service, by the terms of one payer alone. */
function shareOf(
  { payer, outOfPocketLeft }: Terms,
  amounts: ReadonlyMap<ServiceTerms, number>,
  end: keyof Range,
): { readonly parts: Line[]; readonly share: number } {
  const met = new Map<string, number>()
  let [uncovered, copays, deductibles, coinsurances] = [0, 0, 0, 0]
  for (const [terms, allowed] of amounts) {
    if (!terms.isCovered) {
      uncovered += allowed
      continue
    }
    const { low, high } = terms.deductibleLeft
    const bucket = `${low} ${high}`
    const copay = Math.min(allowed, terms.copay[end])
    const rest = terms.isCopayOnly ? 0 : allowed - copay
    const deductible = Math.min(rest, Math.max(0, terms.deductibleLeft[end] - (met.get(bucket) ?? 0)))
    met.set(bucket, (met.get(bucket) ?? 0) + deductible)
    copays += copay
    deductibles += deductible
    coinsurances += Math.round(((rest - deductible) * terms.coinsurance[end]) / 10_000)
  }
  const whole = copays + deductibles + coinsurances
  const share = Math.min(whole, outOfPocketLeft?.[end] ?? whole)
  const part = (kind: LineKind, cents: number): Line[] => (cents === 0 ? [] : [line(kind, false, cents, payer)])
  return {
    parts: [
      ...part('not-covered', uncovered),
      ...part('copay', copays),
      ...part('deductible', deductibles),
      ...part('coinsurance', coinsurances),
      ...part('maximum', share - whole),
    ],
    share: share + uncovered,
  }
}

function off(discount: Discount, open: number): number {
  if ('paysCents' in discount) return Math.max(0, open - discount.paysCents)
  return open - Math.round((open * discount.paysBasisPoints) / 10_000)
}
