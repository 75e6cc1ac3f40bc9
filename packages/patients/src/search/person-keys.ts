import { pairsOfDate } from './date-parts.ts'
import type { PersonName } from '../name.ts'
import { namesBehindParticles } from './particles.ts'
import { soundOf } from '../matching/sound.ts'
import { lettersOf, runTogether } from './run-together.ts'

/** What a person may be found by; words folded, dates FHIR's, also partial ones. */
export type Findable = {
  /** Folded words of all names, today's and former ones. */
  readonly words: readonly string[]
  /** The same names in their parts. */
  readonly names: readonly PersonName[]
  readonly birthDate: string
  /** As stored (E.164 where it could be read), their own and their relatives'. */
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  /** Record numbers, member ids and numbers of other systems. */
  readonly identifiers: readonly string[]
}

/** Of the rules in this folder: keys made by older ones are made anew. */
export const keysVersion = 5

/** Longer beginnings are asked by their first letters and told apart when ranked. */
const longestBeginning = 8
/** In shorter words a letter left out leaves too little. */
const shortestMistyped = 3
/** A sound of fewer signs is that of half the town. */
const shortestSound = 3
const boxLengths = { least: 3, most: 8 }

/**
 * Keys of a person: hashes of everything a search may ask for. A slip in a word is found by the words that come of
 * leaving one letter out of what is stored and one out of what is typed (Mor and Fraenkel 1982): they share one when a
 * letter is missing, too many, wrong or swapped with its neighbour.
 */
export function personKeys(person: Findable): readonly number[] {
  const keys = new Set<number>()
  for (const word of person.words) {
    for (let length = 1; length <= Math.min(longestBeginning, word.length); length++)
      keys.add(keyOf('b', word.slice(0, length)))
    for (const key of slipKeys(word)) keys.add(key)
    // With the person and not with the question, where sixteen particles would be sixteen keys more for each word.
    for (const name of namesBehindParticles(word)) keys.add(wholeKey(name))
  }
  for (const name of person.names) for (const letters of runTogether(name)) keys.add(keyOf('w', letters))
  const [year = '', month, day] = person.birthDate.split('-')
  if (year !== '') keys.add(yearKey(year))
  if (month !== undefined && day === undefined) keys.add(datePairKey(person.birthDate))
  if (day !== undefined) keys.add(dateKey(person.birthDate))
  for (const pair of pairsOfDate(person.birthDate)) keys.add(datePairKey(pair))
  for (const phone of person.phones) for (const key of phoneKeys(phone)) keys.add(key)
  for (const email of person.emails) {
    keys.add(keyOf('e', email.toLowerCase()))
    const box = boxOf(email)
    for (let length = boxLengths.least; length <= Math.min(boxLengths.most, box.length); length++)
      keys.add(keyOf('m', box.slice(0, length)))
  }
  for (const identifier of person.identifiers) keys.add(identifierKey(identifier))
  // In one order, so that the same person always has the same.
  return [...keys].toSorted((a, b) => a - b)
}

/** Of a word as far as it was typed. */
export function beginningKey(typed: string): number {
  return keyOf('b', typed.slice(0, longestBeginning))
}

/** What a word shares with one that is a slip away, and with one that sounds alike. */
export function slipKeys(word: string): readonly number[] {
  const sound = soundOf(word)
  return [
    ...withoutOneLetter(word).map((rest) => keyOf('d', rest)),
    ...(sound.length >= shortestSound ? [keyOf('s', sound)] : []),
  ]
}

/** Of a word as it stands, for other forms of a name. */
export function wholeKey(word: string): number {
  return keyOf('d', word)
}

/** Of names that may have been typed without a blank between them. */
export function runTogetherKey(word: string): number {
  return keyOf('w', lettersOf(word))
}

export function dateKey(date: string): number {
  return keyOf('t', date)
}

/** @param pair as `pairsOf` writes it */
export function datePairKey(pair: string): number {
  return keyOf('x', pair)
}

export function yearKey(year: string): number {
  return keyOf('y', year)
}

/** By its last four digits, its last seven, and all ten. */
function phoneKeys(phone: string): readonly number[] {
  const digits = phone.replace(/\D/g, '')
  return [4, 7, 10].flatMap((length) => (digits.length >= length ? [keyOf(`p${length}`, digits.slice(-length))] : []))
}

/** The longest of a phone's keys that so many last digits reach; at least four. */
export function phoneEndKey(digits: string): number {
  const length = digits.length >= 10 ? 10 : digits.length >= 7 ? 7 : 4
  return keyOf(`p${length}`, digits.slice(-length))
}

/** Null for too short a beginning. */
export function emailKey(typed: string): number | null {
  if (/@[^@]+\.[a-z]{2,}$/.test(typed)) return keyOf('e', typed)
  const box = boxOf(typed)
  return box.length < boxLengths.least ? null : keyOf('m', box.slice(0, boxLengths.most))
}

export function identifierKey(identifier: string): number {
  return keyOf('i', plainIdentifier(identifier))
}

/** Without blanks and hyphens, in lower case. */
export function plainIdentifier(identifier: string): string {
  return identifier.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function boxOf(email: string): string {
  return email.toLowerCase().split('@')[0] ?? ''
}

/** The word, and what is left when one letter is left out of a word that is long enough. */
function withoutOneLetter(word: string): readonly string[] {
  const rests = new Set([word])
  if (word.length >= shortestMistyped)
    for (let at = 0; at < word.length; at++) rests.add(word.slice(0, at) + word.slice(at + 1))
  return [...rests]
}

/** A signed 32-bit hash (FNV-1a), as PostgreSQL's `integer` is. Two texts may share one: what is found is judged again. */
function keyOf(kind: string, text: string): number {
  const all = `${kind}:${text}`
  let bits = 0x811c9dc5
  for (let at = 0; at < all.length; at++) bits = Math.imul(bits ^ all.charCodeAt(at), 0x01000193)
  // The last letters otherwise hardly reach the upper bits.
  bits ^= bits >>> 15
  bits = Math.imul(bits, 0x2c1b3c6d)
  return (bits ^ (bits >>> 13)) | 0
}
