import { formatCents } from '../../ui/index.ts'
import type { Line, Missing, Preview } from './shapes.ts'
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

/** `Drawing blood (36415)`, or the code alone where the practice has no words for it. */
export function serviceText({ code, words }: Preview['procedures'][number], locale: string): string {
  const text = words[locale === 'es' ? 'es' : 'en']
  return text === null ? code : `${text} (${code})`
}

/** Codes are told by the names of `services`; others, such as payers, as they are. */
export function lineText({ kind, of }: Line, say: Say, services: ReadonlyMap<string, string>): string {
  return say(`line_${kind}`, { of: services.get(of ?? '') ?? of ?? '' }).trim()
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
