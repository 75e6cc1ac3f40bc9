import type { Address, ContactPoint, HumanName } from '@foyer/fhir'
import { isLanguage, noName, normalizePhone } from '@foyer/patients'

/** Stands where a record from elsewhere has only one of given and family name; the desk needs both. */
export const NO_NAME = noName

/** A name in one line: the text as it was given, else its parts. */
export function nameLine(name: HumanName): string {
  const parts = [name.prefix, ...name.given, name.family, name.suffix].filter((part) => part !== undefined)
  return name.family === undefined && name.given.length === 0 ? (name.text ?? NO_NAME) : parts.join(' ')
}

/** Digits of a phone reversed, an e-mail in lower case: the form by which contact points are found. */
export function contactSearchValue(system: 'phone' | 'email', value: string): string {
  return system === 'email' ? value.toLowerCase() : [...value.replace(/\D/g, '')].reverse().join('')
}

export interface Contact {
  readonly system: 'phone' | 'email'
  readonly value: string
  readonly use: 'mobile' | 'home' | 'work'
}

const uses = { mobile: 'mobile', work: 'work', home: 'home', temp: 'home', old: 'home' } as const

/** Phones and e-mails that still hold, the best ranked first. A national number is read as American only in America. */
export function contactsOf(telecom: readonly ContactPoint[], country: string | undefined): Contact[] {
  const american = country === undefined || /^(us|usa|united states.*)$/i.test(country.trim())
  return telecom
    .filter((point) => point.use !== 'old')
    .toSorted((one, other) => (one.rank ?? 99) - (other.rank ?? 99))
    .flatMap((point): Contact[] => {
      const use = uses[point.use ?? 'home']
      if (point.system === 'email') return [{ system: 'email', value: point.value.trim(), use }]
      if (point.system !== 'phone' && point.system !== 'sms') return []
      const readable = american || point.value.trim().startsWith('+')
      const value = (readable ? normalizePhone(point.value) : null) ?? point.value.trim()
      return /\d/.test(value) ? [{ system: 'phone', value, use }] : []
    })
}

export interface AddressRow {
  readonly line: string
  readonly city: string
  readonly state: string
  readonly postalCode: string
}

/** The home address that still holds, in the four parts the desk knows; what is missing is empty. */
export function addressRow(addresses: readonly Address[]): AddressRow | null {
  const current = addresses.filter((address) => address.use !== 'old')
  const best = current.find((address) => address.use === 'home') ?? current[0]
  if (!best) return null
  return {
    line: best.lines.length > 0 ? best.lines.join(', ') : (best.text ?? ''),
    city: best.city ?? '',
    state: best.state ?? '',
    postalCode: best.postalCode ?? '',
  }
}

/** The preferred language, else the first, as the desk knows it; null when there is none that it knows. */
export function languageOf(
  languages: readonly { readonly code: string; readonly preferred: boolean }[],
): string | null {
  const code = (languages.find((language) => language.preferred) ?? languages[0])?.code.toLowerCase()
  if (code === undefined) return null
  if (isLanguage(code)) return code
  const primary = code.split(/[-_]/)[0] ?? ''
  return isLanguage(primary) ? primary : null
}
