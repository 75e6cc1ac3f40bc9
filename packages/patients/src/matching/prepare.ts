import { foldName } from '../name.ts'
import { nicknameGroups } from '../nickname.ts'
import { isPlaceholderDate, isPlaceholderName, isPlaceholderPhone } from './placeholder.ts'
import type { MatchPerson } from './record.ts'
import { soundOf } from './sound.ts'

/** A word or words of a name, ready to be compared. `text` is folded and written as one word. */
export type PreparedName = {
  readonly text: string
  readonly words: readonly string[]
  readonly sound: string
  /** Bits of the letters that occur; names with few letters in common are told apart at once. */
  readonly letters: number
  readonly groups: readonly number[]
}

/** Years, months and days as numbers; 0 where a partial date does not say. */
export type PreparedDate = {
  readonly text: string
  readonly year: number
  readonly month: number
  readonly day: number
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
  readonly sex: string
  /** Digits without country code where that is North America's. */
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly houseNumber: string
  readonly street: PreparedName | null
  readonly city: PreparedName | null
  readonly postalCode: string
  readonly identifiers: readonly string[]
}

/** Folds, splits and codes what is known of a person. What stands for "unknown" (01/01/1900, BABY BOY) becomes unknown. */
export function prepare(person: MatchPerson): PreparedPerson {
  const { name, address = {} } = person
  const line = address.line ?? ''
  return {
    given: prepareName(name.given),
    family: prepareName(name.family),
    middle: prepareName(name.middle),
    preferred: prepareName(name.preferred),
    formerFamily: (person.formerFamily ?? []).flatMap((former) => prepareName(former) ?? []),
    suffix: suffixOf(name.suffix),
    birthDate: prepareDate(person.birthDate),
    sex: person.sex === 'female' || person.sex === 'male' ? person.sex : '',
    phones: (person.phones ?? []).flatMap((phone) => {
      const digits = phone.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '')
      return digits.length >= 7 && !isPlaceholderPhone(digits) ? [digits] : []
    }),
    emails: (person.emails ?? []).map((email) => email.trim().toLowerCase()).filter((email) => email !== ''),
    houseNumber: line.match(/\d+/)?.[0] ?? '',
    street: prepareName(line.replace(/\b(?:apt|apartment|unit|suite|ste|no|#)\b.*$/i, '').replace(/\d+/, ' ')),
    city: prepareName(address.city),
    postalCode: postalCodeOf(address.postalCode),
    identifiers: (person.identifiers ?? []).flatMap((identifier) => {
      const plain = identifier.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
      return plain.length >= 4 && new Set(plain).size > 1 ? [plain] : []
    }),
  }
}

function prepareName(written: string | undefined): PreparedName | null {
  if (!written) return null
  const words = foldName(written).split(' ').filter(Boolean)
  const text = words.join('')
  if (text === '' || isPlaceholderName(words)) return null
  return { text, words, sound: soundOf(text), letters: lettersOf(text), groups: nicknameGroups(text) }
}

function lettersOf(text: string): number {
  let bits = 0
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31)
  return bits
}

function prepareDate(date: string | undefined): PreparedDate | null {
  if (!date || isPlaceholderDate(date)) return null
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { text: date, year, month, day }
}

/** The first five of a ZIP+4; elsewhere all letters and digits. */
function postalCodeOf(code: string | undefined): string {
  const plain = (code ?? '').toLowerCase().replace(/[^a-z0-9]/g, '')
  return /^\d{9}$/.test(plain) ? plain.slice(0, 5) : plain
}

const generations: Readonly<Record<string, string>> = { junior: 'jr', senior: 'sr', '2nd': 'ii', '3rd': 'iii', '4th': 'iv' }

function suffixOf(suffix: string | undefined): string {
  const plain = foldName(suffix ?? '').replaceAll(' ', '')
  return generations[plain] ?? plain
}
