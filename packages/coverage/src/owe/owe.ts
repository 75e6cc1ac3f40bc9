import type { MissingFact, Range, Terms } from './terms.ts'

/** One service of a visit. Amounts in cents, for all its units. */
export interface Charge {
  readonly code: string
  readonly units: number
  /** What the practice charges by its fee schedule. */
  readonly chargedCents: number
  /** What the contract with the first payer allows; null: nobody knows. */
  readonly allowedCents: number | null
  /** Whether the plan pays for it at all. */
  readonly isCovered: boolean
}

/** What a patient pays who pays alone: a share of the charge, or a sum that stands beforehand. */
export type Discount =
  | { readonly kind: 'self-pay' | 'sliding-scale'; readonly paysBasisPoints: number }
  | { readonly kind: 'self-pay' | 'sliding-scale'; readonly paysCents: number }

export interface Owing {
  readonly charges: readonly Charge[]
  /** In the order in which they pay; none: the patient pays alone. */
  readonly payers: readonly Terms[]
  /** Only of those who pay alone. */
  readonly discount: Discount | null
  readonly paidCents: number
}

export type LineKind =
  | 'charge'
  | 'contract'
  | 'copay'
  | 'deductible'
  | 'coinsurance'
  | 'not-covered'
  | 'maximum'
  | 'payer'
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
 * the lowest terms give the lowest sum and the highest the highest.
 */
export function owe(owing: Owing): Owed {
  const low = calculated(owing, 'low')
  const high = calculated(owing, 'high')
  const isUnknown = owing.payers.length > 0 && owing.charges.some(({ allowedCents }) => allowedCents === null)
  const missing = new Set<MissingFact>([
    ...owing.payers.flatMap((terms) => terms.missing),
    ...(isUnknown ? (['allowed-amount'] as const) : []),
  ])
  return { cents: { low: sumOf(low), high: sumOf(high) }, low, high, missing: [...missing] }
}

/** What the lines that move it come to; never less than nothing: what was paid too much is a credit, not a debt. */
export function sumOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { moves, cents }) => (moves ? sum + cents : sum), 0)
}

function calculated({ charges, payers, discount, paidCents }: Owing, end: keyof Range): readonly Line[] {
  const lines: Line[] = charges.map(({ code, chargedCents }) => line('charge', true, chargedCents, code))
  let open = charges.reduce((sum, { chargedCents }) => sum + chargedCents, 0)
  function move(kind: LineKind, cents: number, of: string | null): void {
    if (cents === 0) return
    open += cents
    lines.push(line(kind, true, cents, of))
  }

  const [firstPayer] = payers
  if (firstPayer) {
    for (const { code, chargedCents, allowedCents, isCovered } of charges) {
      // What a contract does not allow may not be asked of the patient; of a service without cover it is not known to hold.
      if (isCovered && firstPayer.isCovered && allowedCents !== null)
        move('contract', Math.min(0, allowedCents - chargedCents), code)
    }
  }
  const isCovered = ({ isCovered: is }: Charge): boolean => is
  const allowed = sumBy(charges.filter(isCovered), ({ chargedCents, allowedCents }) =>
    Math.min(chargedCents, allowedCents ?? chargedCents),
  )
  let paidBefore = 0
  for (const terms of payers) {
    const { parts, share } = shareOf(terms, allowed, end)
    lines.push(...parts)
    const benefit = allowed - share
    const pays =
      terms.coordination === 'standard'
        ? Math.min(benefit, allowed - paidBefore)
        : Math.min(Math.max(0, benefit - paidBefore), allowed - paidBefore)
    paidBefore += pays
    move('payer', -pays, terms.payer)
  }
  if (payers.length === 0 && discount) move('discount', -Math.min(open, off(discount, open)), null)
  move('paid', -Math.min(open, paidCents), null)
  return lines
}

function line(kind: LineKind, moves: boolean, cents: number, of: string | null): Line {
  return { kind, moves, cents, of }
}

/** The patient's share of what is allowed, by the terms of one payer alone. */
function shareOf(terms: Terms, allowed: number, end: keyof Range): { readonly parts: Line[]; readonly share: number } {
  const { payer } = terms
  const part = (kind: LineKind, cents: number): Line[] => (cents === 0 ? [] : [line(kind, false, cents, payer)])
  if (!terms.isCovered) return { parts: part('not-covered', allowed), share: allowed }
  const copay = Math.min(allowed, terms.copay[end])
  const rest = terms.isCopayOnly ? 0 : allowed - copay
  const deductible = Math.min(rest, terms.deductibleLeft[end])
  const coinsurance = Math.round(((rest - deductible) * terms.coinsurance[end]) / 10_000)
  const whole = copay + deductible + coinsurance
  const most = terms.outOfPocketLeft?.[end] ?? whole
  const share = Math.min(whole, most)
  return {
    parts: [
      ...part('copay', copay),
      ...part('deductible', deductible),
      ...part('coinsurance', coinsurance),
      ...part('maximum', share - whole),
    ],
    share,
  }
}

function off(discount: Discount, open: number): number {
  if ('paysCents' in discount) return Math.max(0, open - discount.paysCents)
  return open - Math.round((open * discount.paysBasisPoints) / 10_000)
}

function sumBy<T>(list: readonly T[], valueOf: (one: T) => number): number {
  return list.reduce((sum, one) => sum + valueOf(one), 0)
}
