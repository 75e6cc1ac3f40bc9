import { formatCents } from '../../../ui/index.ts'
import type { Accumulator, Pointer, Said } from './shapes.ts'
import type { Say } from './use-words.ts'

function cents(value: number, locale: string): string {
  return formatCents(value, 'USD', locale)
}

/** `$30`, or `$30 or $45` where the payer did not say which. Null: it said nothing. */
export function saidCents(said: Said, say: Say, locale: string): string | null {
  if (said === null) return null
  const { low, high } = said
  return low === high ? cents(low, locale) : say('between', { low: cents(low, locale), high: cents(high, locale) })
}

/** Hundredths of a percent: `20 %`. */
export function saidShare(said: Said, say: Say, locale: string): string | null {
  if (said === null) return null
  const share = (value: number): string =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(value / 10_000)
  const { low, high } = said
  return low === high ? share(low) : say('between', { low: share(low), high: share(high) })
}

export interface Bar {
  /** Cents that were used, and of how many; null: no bar can be drawn. */
  readonly used: number | null
  readonly max: number
  readonly text: string
}

/** The segments that a deductible or a maximum rests on, each once: the whole before what is left of it. */
export function pointersOf({ whole, left }: Accumulator): readonly Pointer[] {
  const all = [whole, left].flatMap((said) => said?.pointer ?? [])
  return all.filter(({ segment }, at) => all.findIndex((one) => one.segment === segment) === at)
}

/** A bar shows what is used of the year; where only one of two is known it is said in words. */
export function barOf({ whole, left }: Accumulator, say: Say, locale: string): Bar | null {
  const words = { whole: saidCents(whole, say, locale) ?? '', left: saidCents(left, say, locale) ?? '' }
  if (whole === null && left === null) return null
  if (whole === null) return { used: null, max: 0, text: say('leftOnly', words) }
  if (left === null) return { used: null, max: whole.high, text: say('wholeOnly', words) }
  const used = Math.max(0, whole.high - left.high)
  return { used, max: whole.high, text: left.high === 0 ? say('met', words) : say('leftOf', words) }
}
