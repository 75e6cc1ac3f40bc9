import type { Benefit } from './eligibility.ts'
import { rankOf } from './rank.ts'
import { type Said, said } from './said.ts'
import { isUsed, isWholeOfYear } from './used.ts'
import type { VisitAsked } from './visit-asked.ts'

/** Of a year: what there is in all, what is left of it, and what was paid of it so far. In cents. */
export interface Accumulator {
  readonly whole: Said
  readonly left: Said
  readonly used: Said
}

/**
 * Of a deductible or a maximum: the whole, what is left, and what was paid so far. Where what is left is not said, it is the
 * whole less what was paid of it. Where it is said and is another amount than that, either may be so.
 *
 * @param nearest statements of one kind and one scope that pass, as far as they hold for the visit
 */
export function accumulatorOf(
  nearest: (more: (benefit: Benefit) => boolean) => readonly Benefit[],
  asked: VisitAsked,
): Accumulator {
  const wholes = nearest((one) => !one.isRemaining && !isUsed(one))
  const lefts = nearest(({ isRemaining }) => isRemaining)
  const used = nearest(isUsed)
  const [whole, left, paid] = [wholes, lefts, used].map((those) => said(those, ({ cents }) => cents)) as [
    Said,
    Said,
    Said,
  ]
  const ofYear = wholes.filter(isWholeOfYear)
  const byUse = isOfOne([...ofYear, ...used], asked, 'rank')
    ? lessUsed(
        said(ofYear, ({ cents }) => cents),
        paid,
      )
    : unsaid
  if (left.is === 'unsaid') return { whole, left: byUse, used: paid }
  const isOneCase = isOfOne([...ofYear, ...used, ...lefts], asked, 'rank-and-network')
  return { whole, left: isOneCase ? either(left, byUse) : left, used: paid }
}

const unsaid: Said = { is: 'unsaid' }

function isOfOne(benefits: readonly Benefit[], asked: VisitAsked, what: 'rank' | 'rank-and-network'): boolean {
  const cases = benefits.map((one) => `${rankOf(one, asked)} ${what === 'rank' ? '' : one.network}`)
  return new Set(cases).size === 1
}

/** Nothing is left where more was paid than there is. */
function lessUsed(whole: Said, used: Said): Said {
  if (whole.is === 'unsaid' || used.is === 'unsaid') return unsaid
  const [all, paid] = [endsOf(whole), endsOf(used)]
  return between(Math.max(0, all.low - paid.high), Math.max(0, all.high - paid.low), [whole, used])
}

function either(left: Said, byUse: Said): Said {
  if (left.is !== 'said' || byUse.is !== 'said' || left.value === byUse.value) return left
  return between(Math.min(left.value, byUse.value), Math.max(left.value, byUse.value), [left, byUse])
}

type Known = Exclude<Said, { is: 'unsaid' }>

function endsOf(known: Known): { readonly low: number; readonly high: number } {
  return known.is === 'said' ? { low: known.value, high: known.value } : known
}

function between(low: number, high: number, of: readonly Known[]): Said {
  const pointers = of.flatMap((one) => one.pointers)
  return low === high ? { is: 'said', value: low, pointers } : { is: 'unclear', low, high, pointers }
}
