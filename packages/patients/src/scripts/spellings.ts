import anyAscii from 'any-ascii'
import { koreanFamily } from '../korean-family.ts'
import { customarySpellings } from './customary.ts'
import { kanaSpellings } from './kana.ts'
import { letterSpellings } from './letters.ts'

const otherScript = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u
/** The Arabic article, written into one word with the name. */
const article = /^ال(?=\p{L}{2})/u
const none: readonly string[] = []
const known = new Map<string, readonly string[]>()
const mostKnown = 20_000

/** Whether a word has letters that are no Latin ones. */
export function isOfOtherScript(text: string): boolean {
  return otherScript.test(text)
}

/**
 * How a folded word of another script may be written in Latin letters: as one word, lower case, the usual way first. How people
 * of the name write themselves goes before what a table of letters makes of it. Nothing for a Latin word.
 */
export function latinSpellings(word: string): readonly string[] {
  if (!otherScript.test(word) && !/[\uff66-\uff9f]/.test(word)) return none
  const before = known.get(word)
  if (before) return before
  const made = spellingsOf(word)
  if (known.size >= mostKnown) known.clear()
  known.set(word, made)
  return made
}

function spellingsOf(word: string): readonly string[] {
  const bare = word.replace(article, '')
  const spelled = [...customarySpellings(word), ...koreanFamily(word), ...kanaSpellings(word), ...letterSpellings(word)]
  if (bare !== word) {
    const names = [...customarySpellings(bare), plain(anyAscii(bare))]
    spelled.push(...names.map((name) => `al${name}`), ...names)
  }
  spelled.push(plain(anyAscii(word)))
  return [...new Set(spelled.filter((one) => one !== ''))]
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '')
}
