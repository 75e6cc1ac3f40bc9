import { foldName, type PersonName, writeOut } from '../name.ts'
import { isOfOtherScript, latinSpellings } from '../scripts/spellings.ts'
import { withoutParticles } from './particles.ts'

/** Shorter words are no two names, but for signs that say a name each (`王明`). */
const shortest = 4
const shortestPiece = 2
/** Of another script: the ways of writing it in Latin letters that are usual. */
const mostSpellings = 3

/** Whether a typed word is long enough to be names without a blank between them. */
export function mayBeRunTogether(typed: string): boolean {
  return typed.length >= shortest || (typed.length >= shortestPiece && isOfOtherScript(typed))
}

/**
 * The letters of a name that is written as one word (`tranvanan`), in the order of the alphabet: the same whichever of its
 * parts comes first, so that one key does for all of them.
 */
export function lettersOf(glued: string): string {
  return [...glued].toSorted().join('')
}

/**
 * A name as somebody may write it without blanks, by its letters: given and family name, of several words also the first
 * alone; with the middle name; the middle name and one of the others.
 */
export function runTogether(name: PersonName): ReadonlySet<string> {
  const [given, family] = [formsOf(name.given), formsOf(name.family)]
  const [wholeGiven = [], wholeFamily = [], middle = []] = [given[0], family[0], formsOf(name.middle)[0]]
  const preferred = formsOf(name.preferred)[0] ?? []
  const all: readonly (readonly Spelled[])[] = [
    ...given.flatMap((first) => family.map((last) => [first, last])),
    [preferred, wholeFamily],
    [wholeGiven, middle],
    [middle, wholeFamily],
    [wholeGiven, middle, wholeFamily],
  ]
  const written = all.flatMap((parts) => glue(parts)).filter(mayBeRunTogether)
  return new Set(written.map(lettersOf))
}

/** A part of a name in the ways it is written: as it stands, letters written out, in Latin letters. */
type Spelled = readonly string[]

/** Of all words, and where there are several of the first that is no particle; nothing for an initial or no name at all. */
function formsOf(part: string | undefined): readonly Spelled[] {
  const words = foldName(part ?? '').split(' ')
  const glued = words.join('')
  if (part === undefined || glued === '' || (glued.length < shortestPiece && !isOfOtherScript(glued))) return []
  const [first] = words.length > 1 ? withoutParticles(words) : []
  const whole = [glued, foldName(writeOut(part)).replaceAll(' ', ''), ...latinOf(words)]
  return first === undefined ? [whole] : [whole, [first.word, ...latinOf([first.word])]]
}

function latinOf(words: readonly string[]): readonly string[] {
  const [first = '', ...more] = words
  const behind = more.map((word) => latinSpellings(word)[0] ?? word).join('')
  return latinSpellings(first)
    .slice(0, mostSpellings)
    .map((one) => one + behind)
}

/** All parts in one way of writing: a name is not spelled out in one part and in the other not, nor in two scripts. */
function glue(parts: readonly Spelled[]): readonly string[] {
  if (parts.some(({ length }) => length === 0)) return []
  return parts.reduce<readonly string[]>(
    (begun, spelled) => begun.flatMap((before) => spelled.map((one) => before + one)),
    [''],
  )
}

/** Whether a typed word is two or more of these, one after the other, and nothing else. */
export function isRunTogether(typed: string, words: readonly string[]): boolean {
  // Nearly all who are judged are told from here on.
  if (!words.some((word) => typed.startsWith(word)) || !words.some((word) => typed.endsWith(word))) return false
  if (!mayBeRunTogether(typed)) return false
  // Up to where the word can be made of names; from each such place on every name is tried once.
  const reached = new Set([0])
  for (const at of reached) {
    for (const word of words) {
      const isPiece = word.length >= shortestPiece || isOfOtherScript(word)
      if (isPiece && word !== typed && typed.startsWith(word, at)) reached.add(at + word.length)
    }
  }
  return reached.has(typed.length)
}
