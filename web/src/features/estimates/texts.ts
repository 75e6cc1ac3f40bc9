import { formatCents } from '../../ui/index.ts'
import type { Line, Missing } from './shapes.ts'
import type { Say } from './use-words.ts'

/** `$25.00`, or `between $40.00 and $85.00`. */
export function rangeText(low: number | null, high: number | null, say: Say, locale: string): string {
  if (low === null || high === null) return say('unknown')
  const money = (cents: number) => formatCents(cents, 'USD', locale)
  return low === high ? money(high) : say('between', { low: money(low), high: money(high) })
}

export function missingText({ fact, payer, codes }: Missing, say: Say): string {
  return say(`missing_${fact}`, { payer: payer ?? '', codes: codes.join(', ') })
}

/** What the desk can do about it. */
export function nextText({ fact }: Missing, say: Say): string {
  if (fact === 'answer' || fact === 'active') return say('next_ask')
  if (fact === 'order-of-payers') return say('next_order')
  const isOurs = fact === 'fee' || fact === 'procedures' || fact === 'allowed-amount'
  return say(isOurs ? 'next_practice' : 'next_call')
}

export function lineText({ kind, of }: Line, say: Say): string {
  return say(`line_${kind}`, { of: of ?? '' }).trim()
}

const contents = [
  'patient-name',
  'birth-date',
  'description',
  'convening-provider',
  'items',
  'procedures',
  'npi',
  'tax-id',
  'place',
  'fee',
] as const

/** What the law asks for and is not there, as a list to read: `npi:City Lab` is the NPI of City Lab. */
export function contentsText(missing: readonly string[], say: Say): string {
  const texts = missing.map((one) => {
    const at = one.indexOf(':')
    const code = contents.find((each) => each === (at < 0 ? one : one.slice(0, at)))
    return code ? say(`content_${code}`, { of: at < 0 ? '' : one.slice(at + 1) }) : one
  })
  return texts.join(', ')
}
