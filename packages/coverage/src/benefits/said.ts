import type { Pointer } from '../pointer.ts'
import type { Benefit } from './eligibility.ts'

/** What the payer said of one thing: one value, several of which it did not say which applies, or nothing. */
export type Said =
  | { readonly is: 'said'; readonly value: number; readonly pointers: readonly Pointer[] }
  | { readonly is: 'unclear'; readonly low: number; readonly high: number; readonly pointers: readonly Pointer[] }
  | { readonly is: 'unsaid' }

/** One value of all that name one, or the bounds of several. */
export function said(benefits: readonly Benefit[], valueOf: (benefit: Benefit) => number | null): Said {
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

/** A share that may be none is anything up to what is said. */
export function maybeNone(said: Said): Said {
  if (said.is === 'unsaid') return said
  const high = said.is === 'said' ? said.value : said.high
  return high === 0 ? said : { is: 'unclear', low: 0, high, pointers: said.pointers }
}
