import { soundOf } from './sound-of.ts'

/** What a person may be found by; words folded, numbers as digits, dates FHIR's, also partial ones. */
export type Findable = {
  /** Folded words of all names, today's and former ones. */
  readonly words: readonly string[]
  readonly birthDate: string
  /** E.164, their own and their relatives'. */
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  /** Record numbers, member ids and numbers of other systems, without blanks and hyphens, in lower case. */
  readonly identifiers: readonly string[]
}

/** Of the rules in this folder: keys made by older ones are made anew. */
export const keysVersion = 1

/** Longer beginnings are asked by their first letters and told apart when ranked. */
export const longestBeginning = 4
/** In shorter words a letter left out leaves too little. */
export const shortestMistyped = 4

/**
 * Keys of a person: hashes of everything a search may ask for. A slip in a word is found by the words that come of
 * leaving one letter out of what is stored and one out of what is typed (Garbe 2012, Mor and Fraenkel 1982): they share
 * one when a letter is missing, too many, wrong or swapped with its neighbour.
 */
export function personKeys(person: Findable): readonly number[] {
  const keys = new Set<number>()
  for (const word of person.words) {
    keys.add(keyOf('w', word))
    for (let length = 1; length <= Math.min(longestBeginning, word.length); length++) {
      keys.add(keyOf('b', word.slice(0, length)))
    }
    for (const rest of withoutOneLetter(word)) keys.add(keyOf('d', rest))
    const sound = soundOf(word)
    if (sound.length >= 3) keys.add(keyOf('s', sound))
  }
  for (const key of dateKeys(person.birthDate)) keys.add(key)
  for (const phone of person.phones) {
    const digits = phone.replace(/\D/g, '')
    if (digits.length >= 4) keys.add(keyOf('4', digits.slice(-4)))
    if (digits.length >= 7) keys.add(keyOf('7', digits.slice(-7)))
  }
  for (const email of person.emails) {
    const text = email.toLowerCase()
    keys.add(keyOf('e', text))
    const box = text.split('@')[0] ?? ''
    for (let length = 3; length <= Math.min(8, box.length); length++) keys.add(keyOf('m', box.slice(0, length)))
  }
  for (const identifier of person.identifiers) keys.add(keyOf('i', identifier))
  return [...keys]
}

/** The word and what is left when one letter is left out; nothing for words too short to be told apart so. */
export function withoutOneLetter(word: string): readonly string[] {
  if (word.length < shortestMistyped) return []
  const rests = new Set([word])
  for (let at = 0; at < word.length; at++) rests.add(word.slice(0, at) + word.slice(at + 1))
  return [...rests]
}

function dateKeys(date: string): number[] {
  const [year, month, day] = date.split('-')
  if (!year) return []
  const keys = [keyOf('y', year)]
  if (!month || !day) return keys
  return [
    ...keys,
    keyOf('t', date),
    keyOf('x', `${year}-${month}`),
    keyOf('x', `${month}-${day}`),
    keyOf('x', `${year}--${day}`),
  ]
}

/** A signed 32-bit hash (FNV-1a), as PostgreSQL's `integer` is. Two words may share one: what is found is looked at again. */
export function keyOf(kind: string, text: string): number {
  let bits = 0x811c9dc5
  for (let at = 0; at < kind.length; at++) bits = Math.imul(bits ^ kind.charCodeAt(at), 0x01000193)
  for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193)
  // The last letters otherwise hardly reach the upper bits.
  bits ^= bits >>> 15
  bits = Math.imul(bits, 0x2c1b3c6d)
  return (bits ^ (bits >>> 13)) | 0
}
