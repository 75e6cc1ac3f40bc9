import { readAddressLine } from '../address-line.ts'
import { daysInMonth } from '../date-text.ts'
import { foldName } from '../name.ts'
import {
  isNewbornName,
  isPlaceholderDate,
  isPlaceholderEmail,
  isPlaceholderIdentifier,
  isPlaceholderPhone,
  isUnknownPerson,
} from './placeholder.ts'
import { type PreparedName, type PreparedNames, prepareName } from './prepare-name.ts'
import type { MatchPerson } from './record.ts'

/** Years, months and days as numbers; 0 where a partial date does not say. No calendar has to know the date. */
export type PreparedDate = {
  readonly text: string
  readonly year: number
  readonly month: number
  readonly day: number
  readonly isReal: boolean
}

/** A record made ready once, so that comparing a pair allocates nothing. */
export type PreparedPerson = {
  readonly given: PreparedName | null
  readonly family: PreparedName | null
  readonly middle: PreparedName | null
  readonly preferred: PreparedName | null
  readonly formerFamily: readonly PreparedName[]
  readonly suffix: string
  readonly birthDate: PreparedDate | null
  /** Bits: 1 female, 2 male, now or before. */
  readonly sexes: number
  /** Digits without extension, the zeros before them, and the country code where that is North America's. */
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly houseNumber: string
  readonly street: PreparedName | null
  /** Apartment or suite. */
  readonly unit: string
  readonly city: PreparedName | null
  readonly state: string
  readonly postalCode: string
  readonly identifiers: readonly string[]
  /** Which system gave each of `identifiers`; '' where that is not said. */
  readonly identifierSystems: readonly string[]
  /** Registered before anybody knew who it is. */
  readonly isUnknown: boolean
  /** Registered before he or she had a name: the mother's, `Baby Boy`, `Twin B`. */
  readonly isUnnamed: boolean
}

const none: readonly never[] = []

/**
 * Folds, splits and codes what is known of a person. What stands for "unknown" (01/01/1900, BABY BOY) becomes unknown.
 * With `names`, records share the names they have in common.
 */
export function prepare(person: MatchPerson, names?: PreparedNames): PreparedPerson {
  const { name, address = {} } = person
  const line = readAddressLine(address.line ?? '')
  const nameOf = (written: string | undefined): PreparedName | null => prepareName(written, names)
  return {
    given: nameOf(name.given),
    family: nameOf(name.family),
    middle: nameOf(name.middle),
    preferred: nameOf(name.preferred),
    formerFamily: listOf(person.formerFamily, nameOf),
    suffix: suffixOf(name.suffix),
    birthDate: prepareDate(person.birthDate),
    sexes: [person.sex, ...(person.formerSexes ?? none)].reduce((bits, sex) => bits | sexBit(sex), 0),
    phones: listOf(person.phones, phoneOf),
    emails: listOf(person.emails, emailOf),
    houseNumber: line.houseNumber,
    street: nameOf(line.street),
    unit: line.unit,
    city: nameOf(address.city),
    state: address.state ? foldName(address.state) : '',
    postalCode: postalCodeOf(address.postalCode),
    ...identifiersOf(person.identifiers),
    isUnknown: isUnknownPerson(name),
    isUnnamed: isUnnamed(name.given) || isUnnamed(name.middle),
  }
}

/** Most names have none of these, and need no closer look. */
const hint = /b[abeogy]|girl|twin|born|infan|naci|triplet|quad|gemel/i

function isUnnamed(name: string | undefined): boolean {
  return !!name && hint.test(name) && isNewbornName(foldName(name).split(' '))
}

function listOf<T>(written: readonly string[] | undefined, read: (one: string) => T | null): readonly T[] {
  if (!written || written.length === 0) return none
  const found = written.flatMap((one) => read(one) ?? [])
  return found.length === 0 ? none : found
}

function sexBit(sex: string | undefined): number {
  return sex === 'female' ? 1 : sex === 'male' ? 2 : 0
}

function phoneOf(phone: string): string | null {
  const digits = phone
    .replace(/\s*(?:x|ext\.?|extension|#)\s*\d*$/i, '')
    .replace('(0)', '')
    .replace(/\D/g, '')
    .replace(/^0+/, '')
    .replace(/^1(?=\d{10}$)/, '')
  return digits.length >= 7 && !isPlaceholderPhone(digits) ? digits : null
}

function emailOf(written: string): string | null {
  const email = written.trim().toLowerCase()
  return email === '' || isPlaceholderEmail(email) ? null : email
}

function identifiersOf(written: readonly string[] = none): Pick<PreparedPerson, 'identifiers' | 'identifierSystems'> {
  const found = written.flatMap((one) => {
    const bar = one.lastIndexOf('|')
    const value = identifierOf(one.slice(bar + 1))
    return value === null ? [] : [{ system: one.slice(0, Math.max(0, bar)), value }]
  })
  if (found.length === 0) return { identifiers: none, identifierSystems: none }
  return { identifiers: found.map(({ value }) => value), identifierSystems: found.map(({ system }) => system) }
}

function identifierOf(identifier: string): string | null {
  const plain = identifier.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return isPlaceholderIdentifier(plain) ? null : plain
}

function prepareDate(date: string | undefined): PreparedDate | null {
  if (!date || isPlaceholderDate(date)) return null
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  if (date.length < 10) return { text: date, year, month, day, isReal: true }
  return { text: date, year, month, day, isReal: day > 0 && day <= daysInMonth(year, month) }
}

/** The first five of a ZIP+4; elsewhere all letters and digits. */
function postalCodeOf(code: string | undefined): string {
  const plain = (code ?? '').toLowerCase().replace(/[^a-z0-9]/g, '')
  return /^\d{9}$/.test(plain) ? plain.slice(0, 5) : plain
}

const generations: Readonly<Record<string, string>> = {
  junior: 'jr',
  senior: 'sr',
  '2nd': 'ii',
  '3rd': 'iii',
  '4th': 'iv',
}

function suffixOf(suffix: string | undefined): string {
  if (!suffix) return ''
  const plain = foldName(suffix).replaceAll(' ', '')
  return generations[plain] ?? plain
}
