import { abdForm } from '../abd.ts'
import { foldName } from '../name.ts'
import { nicknameGroups } from '../nickname.ts'
import { longVowelForms } from '../scripts/long-vowels.ts'
import { latinSpellings } from '../scripts/spellings.ts'
import { isPlaceholderName } from './placeholder.ts'
import { soundOf } from './sound.ts'

/** A word or words of a name, ready to be compared. `text` is folded, in Latin letters, written as one word. */
export type PreparedName = {
  readonly text: string
  readonly words: readonly string[]
  /** Without `de la`, `van der`, `al-`, `O'`: what is left when somebody leaves them out. */
  readonly core: string
  readonly sound: string
  /** Bits of the letters that occur; names with few letters in common are told apart at once. */
  readonly letters: number
  readonly groups: readonly number[]
  /** What a script without vowels writes of it: `mhmd` of Mohammed. */
  readonly consonants: string
  /** Was written in such a script, Arabic or Hebrew. */
  readonly isVowelless: boolean
  /** How it may be written otherwise in Latin letters: `kim` of 김, `ono` of Ohno, one way of all for Abdul Rahman. */
  readonly alsoWritten: readonly string[]
  /** One of the names that begin with Abd; of those two ways may be none of the other's and still one name. */
  readonly isOfAbd: boolean
}

/** Names that were prepared before, so that a million records hold each of theirs once. */
export type PreparedNames = Map<string, PreparedName | null>

const particles = new Set([
  'de',
  'la',
  'las',
  'los',
  'del',
  'da',
  'das',
  'do',
  'dos',
  'di',
  'du',
  'des',
  'van',
  'der',
  'den',
  'von',
  'zu',
  'zum',
  'zur',
  'ter',
  'ten',
  'te',
  'el',
  'al',
  'bin',
  'ibn',
  'ben',
  'bint',
  'abu',
  'o',
  'mc',
  'mac',
  'st',
  'y',
  'e',
]) // prettier-ignore

/** Particles as they are written into one word with the name: `delacruz`, `vanderberg`, `alhassan`, `obrien`. */
const glued = new Set([
  'de',
  'dela',
  'delas',
  'delos',
  'del',
  'da',
  'dos',
  'di',
  'du',
  'van',
  'vander',
  'vande',
  'vanden',
  'von',
  'vonder',
  'ter',
  'el',
  'al',
  'bin',
  'ibn',
  'ben',
  'abu',
  'o',
  'mc',
  'mac',
  'st',
]) // prettier-ignore

export function isParticle(word: string): boolean {
  return particles.has(word)
}

/** Whether both are the same by the letters, or by how such names are written. */
export function isSameName(a: PreparedName, b: PreparedName): boolean {
  if (a.text === b.text || a.alsoWritten.includes(b.text) || b.alsoWritten.includes(a.text)) return true
  return a.isOfAbd && b.isOfAbd && a.alsoWritten.some((one) => b.alsoWritten.includes(one))
}

/** Whether one is the other with a particle before it, written apart or as one word. */
export function differInParticle(a: PreparedName, b: PreparedName): boolean {
  if (a.core === b.core) return true
  const [long, short] = a.text.length > b.text.length ? [a.text, b.core] : [b.text, a.core]
  return short.length >= 4 && long.endsWith(short) && glued.has(long.slice(0, long.length - short.length))
}

const vowelless = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
/** The Arabic article, written into one word with the name. */
const article = /(?<!\p{L})ال(?=\p{L}{2})/gu

const none: readonly string[] = []

/** Folds, writes in Latin letters, splits and codes a name; null when it is empty or stands for "unknown". */
export function prepareName(written: string | undefined, before?: PreparedNames): PreparedName | null {
  if (!written) return null
  const known = before?.get(written)
  if (known !== undefined) return known
  const prepared = made(written)
  before?.set(written, prepared)
  return prepared
}

function made(written: string): PreparedName | null {
  const folded = foldName(written).replace(article, 'al ')
  const spelled = folded.split(' ').map((word) => ({ word, spellings: latinSpellings(word) }))
  const words = spelled.map(({ word, spellings }) => spellings[0] ?? word).filter(Boolean)
  const text = words.join('')
  if (text === '' || isPlaceholderName(words)) return null
  const core = words.filter((word) => !particles.has(word)).join('') || text
  const groups = [...new Set([...nicknameGroups(text), ...nicknameGroups(words[0] ?? '')])]
  const isVowelless = vowelless.test(written)
  const [only] = spelled.length === 1 ? spelled : []
  const abd = abdForm(text)
  const alsoWritten = [
    ...(only?.spellings.slice(1) ?? []),
    ...(words.length === 1 ? longVowelForms(text) : []),
    ...(abd ? [abd.whole] : []),
  ].filter((one) => one !== text)
  return {
    text,
    words,
    core,
    sound: soundOf(core),
    letters: lettersOf(text),
    groups,
    consonants: consonantsOf(core),
    isVowelless,
    alsoWritten: alsoWritten.length === 0 ? none : alsoWritten,
    isOfAbd: abd !== null,
  }
}

function lettersOf(text: string): number {
  let bits = 0
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31)
  return bits
}

/** Without vowels, half vowels and a last h, doubled letters once, and letters that stand for one another as one. */
function consonantsOf(core: string): string {
  return core
    .replace(/[aeiouyw]/g, '')
    .replace(/[cq]/g, 'k')
    .replace(/v/g, 'b')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=.)h$/, '')
}
