import anyAscii from 'any-ascii'
import { abdForm } from './abd.ts'
import { isOfOtherScript, latinSpellings } from './scripts/spellings.ts'

/** A name as the person gave it. `preferred` is what they want to be called when it is not their given name. */
export type PersonName = {
  readonly given: string
  readonly middle?: string | undefined
  readonly family: string
  readonly preferred?: string | undefined
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

/** Stands for the part of a name that a person does not have, or that nobody knows. */
export const noName = '–'

const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ŋ: 'ng',
  ə: 'a',
}

// How Germans and Scandinavians write their letters on a keyboard that lacks them.
const writtenOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

/** `Maria “Mai” Nguyen`: given, preferred in quotes, family, suffix. Middle name and prefix stay out. */
export function displayName(name: PersonName): string {
  const preferred = name.preferred && name.preferred !== name.given ? `“${name.preferred}”` : ''
  return joinWords([name.given, preferred, name.family, name.suffix])
}

/** `Nguyen, Maria Thi`: for lists in the order of the family name. */
export function sortName(name: PersonName): string {
  const family = joinWords([name.family, name.suffix])
  const given = joinWords([name.given, name.middle])
  return family && given ? `${family}, ${given}` : family || given
}

/** `MN`: the first letters of given and family name. */
export function initials(name: PersonName): string {
  return firstLetter(name.given) + firstLetter(name.family)
}

/**
 * The form of a name that is stored to be searched and compared: lower case, no accents, only letters and digits,
 * words parted by one space. `Høeg-Ó Brien` → `hoeg o brien`. Folding twice changes nothing.
 */
export function foldName(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[øßæœðđþłħıŧŋə]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC')
    .replace(notOfWord, ' ')
    .trim()
}

/** The ʻokina and its like are letters to Unicode; people write an apostrophe for them, or nothing. */
const notOfWord = /(?:[\u02b9-\u02bf\u02c8\u02ee]|[^\p{L}\p{M}\p{N}])+/gu

/** Nothing where the name is in Latin letters already. Syllables of Chinese and Korean come as words and as one word. */
function inLatin(part: string): readonly string[] {
  const words = foldName(part).split(' ').map(latinSpellings)
  const usual = words.length > 1 ? [words.map(([first = '']) => first).join(' ')] : []
  const syllables = isOfOtherScript(part) ? [anyAscii(part).replace(/(?<=[a-z])(?=[A-Z])/g, ' ')] : []
  return [...words.flat(), ...usual, ...syllables]
}

/** Han, Hangul and kana say in one sign what Latin letters say in several. */
const fullSign = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Whether so little was typed that a search would find half the town. */
export function isTooShortToSearch(typed: string): boolean {
  const text = typed.trim()
  return text.length < 2 && !fullSign.test(text)
}

/**
 * Every folded word by which a person may be looked up, each once: all parts of the name, compounds written as one
 * word (`o brien` and `obrien`), letters written out (`muller` and `mueller`), and names of other scripts in Latin letters
 * too, in the ways that are usual (`щербаков` and `shcherbakov`, `小明` and `xiaoming`, `박` and `park`, `おおの` and `ono`).
 */
export function searchName(name: PersonName): string {
  const words = new Set<string>()
  for (const part of [name.family, name.given, name.middle, name.preferred]) {
    if (!part) continue
    for (const spelling of [part, writeOut(part), ...inLatin(part)]) {
      const folded = foldName(spelling)
      for (const word of folded.split(' ')) words.add(word)
      const glued = folded.replaceAll(' ', '')
      words.add(glued)
      const abd = abdForm(glued)
      if (abd) words.add(abd.whole).add(abd.behind)
    }
  }
  words.delete('')
  return [...words].join(' ')
}

/** Letters that a keyboard lacks as people write them then: `mueller` of Müller. */
export function writeOut(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüøå]/g, (letter) => writtenOut[letter] ?? letter)
}

function firstLetter(text: string): string {
  const letter = text.match(/\p{L}\p{M}*/u)?.[0] ?? ''
  return letter.toUpperCase()
}

function joinWords(words: readonly (string | undefined)[]): string {
  return words
    .map((word) => word?.trim())
    .filter(Boolean)
    .join(' ')
}
