import { isPhoneReadable, normalizePhone, type PersonName, searchName } from '@foyer/patients'

export interface NewContact {
  readonly system: 'phone' | 'email'
  readonly value: string
  readonly searchValue: string
}

function reversedDigits(text: string): string {
  return [...text.replace(/\D/g, '')].toReversed().join('')
}

/** Digits reversed, so that the last digits of a phone are a prefix. */
export function phoneSearchValue(value: string): string {
  return reversedDigits(value)
}

/** First string that a prefix search includes and first that it does not, in the order of bytes. */
export function prefixRange(prefix: string): readonly [string, string] {
  return [prefix, `${prefix}\u{10ffff}`]
}

/** A name as it is searched: each folded word after a space, so that a space begins a word. */
export function storedSearchName(name: PersonName): string {
  return ` ${searchName(name)}`
}

/** Null for what is no number; a number too odd for E.164 is kept as it was given. */
export function phoneContact(text: string): NewContact | null {
  const value = normalizePhone(text) ?? text
  return isPhoneReadable(text) ? { system: 'phone', value, searchValue: phoneSearchValue(value) } : null
}

export function emailContact(text: string): NewContact {
  return { system: 'email', value: text, searchValue: text.toLowerCase() }
}
