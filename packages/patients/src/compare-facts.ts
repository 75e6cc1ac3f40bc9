import type { Comparison } from './compare-name.ts'
import { foldName } from './name.ts'
import { jaroWinkler } from './similarity.ts'

export type BirthDateOutcome =
  | 'same'
  | 'day-month-swapped'
  | 'one-digit'
  | 'agrees-in-part'
  | 'two-of-three'
  | 'near'
  | 'different'
export type SexOutcome = 'same' | 'different'
export type ContactOutcome = 'same' | 'similar' | 'different'
export type AddressOutcome = 'same' | 'same-street' | 'same-postal-code' | 'different'

/** Where somebody lives; `line` is house number and street in the order of the country. */
export type MatchAddress = { readonly line?: string | undefined; readonly postalCode?: string | undefined }

const birthDateWeights: Readonly<Record<BirthDateOutcome, number>> = {
  same: 8.5,
  'day-month-swapped': 6,
  'one-digit': 4.5,
  'agrees-in-part': 3,
  'two-of-three': 2,
  near: -3,
  different: -7,
}

/** Compares FHIR dates, also partial ones (`YYYY`, `YYYY-MM`); `near` is at most one year apart. Null when one is missing. */
export function compareBirthDate(a: string | undefined, b: string | undefined): Comparison<BirthDateOutcome> | null {
  if (!a || !b) return null
  const outcome = birthDateOutcome(a, b)
  return { outcome, weight: birthDateWeights[outcome] }
}

/** Compares administrative sex; `other` and `unknown` prove nothing. */
export function compareSex(a: string | undefined, b: string | undefined): Comparison<SexOutcome> | null {
  if (!a || !b || ![a, b].every((sex) => sex === 'female' || sex === 'male')) return null
  return a === b ? { outcome: 'same', weight: 0.9 } : { outcome: 'different', weight: -3 }
}

/** Compares phone numbers in E.164: one in common is enough. */
export function comparePhones(a: readonly string[], b: readonly string[]): Comparison<ContactOutcome> | null {
  if (a.length === 0 || b.length === 0) return null
  return a.some((phone) => b.includes(phone)) ? { outcome: 'same', weight: 5 } : { outcome: 'different', weight: -0.7 }
}

/** Compares e-mail addresses without regard to case: one in common, or one a slip of the other, is enough. */
export function compareEmails(a: readonly string[], b: readonly string[]): Comparison<ContactOutcome> | null {
  if (a.length === 0 || b.length === 0) return null
  const similarity = Math.max(
    ...a.flatMap((one) => b.map((other) => jaroWinkler(one.toLowerCase(), other.toLowerCase()))),
  )
  if (similarity === 1) return { outcome: 'same', weight: 7 }
  return similarity >= 0.95 ? { outcome: 'similar', weight: 2.5 } : { outcome: 'different', weight: -1 }
}

/** Compares house number, street and postal code. Null when one of the addresses says nothing. */
export function compareAddress(a: MatchAddress = {}, b: MatchAddress = {}): Comparison<AddressOutcome> | null {
  const samePostalCode = Boolean(a.postalCode) && a.postalCode?.slice(0, 5) === b.postalCode?.slice(0, 5)
  if (!a.line || !b.line) return samePostalCode ? { outcome: 'same-postal-code', weight: 1.5 } : null
  if (jaroWinkler(street(a.line), street(b.line)) >= 0.92) {
    return houseNumber(a.line) === houseNumber(b.line)
      ? { outcome: 'same', weight: 4.5 }
      : { outcome: 'same-street', weight: 2 }
  }
  return samePostalCode ? { outcome: 'same-postal-code', weight: 1 } : { outcome: 'different', weight: -1.2 }
}

function birthDateOutcome(a: string, b: string): BirthDateOutcome {
  if (a === b) return a.length === 10 ? 'same' : 'agrees-in-part'
  const [yearA, monthA, dayA] = a.split('-')
  const [yearB, monthB, dayB] = b.split('-')
  if (!dayA || !dayB) return a.startsWith(b) || b.startsWith(a) ? 'agrees-in-part' : 'different'
  if (yearA === yearB && monthA === dayB && dayA === monthB) return 'day-month-swapped'
  if (isOneSlip(a, b)) return 'one-digit'
  const equal = Number(yearA === yearB) + Number(monthA === monthB) + Number(dayA === dayB)
  if (equal === 2) return 'two-of-three'
  return Math.abs(Number(yearA) - Number(yearB)) <= 1 ? 'near' : 'different'
}

/** One digit mistyped, or two neighbours exchanged. */
function isOneSlip(a: string, b: string): boolean {
  const apart = a.split('').flatMap((digit, at) => (digit === b[at] ? [] : [at]))
  const [first, second] = apart
  if (apart.length === 1 || first === undefined || second === undefined) return true
  return apart.length === 2 && second - first === 1 && a[first] === b[second] && a[second] === b[first]
}

function houseNumber(line: string): string {
  return line.match(/\d+/)?.[0] ?? ''
}

function street(line: string): string {
  return foldName(line.replace(/\b(?:apt|unit|suite|ste|#).*$/i, '').replace(/\d+/, ' '))
}
