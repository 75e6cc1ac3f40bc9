import { differInGender } from '../gender-forms.ts'
import { soundOf } from '../matching/sound.ts'
import { sameGivenName } from '../nickname.ts'
import { longVowelForms } from '../scripts/long-vowels.ts'
import { latinSpellings } from '../scripts/spellings.ts'
import { jaroWinkler } from '../similarity.ts'
import { namesBehindParticles } from './particles.ts'
import { isRunTogether } from './run-together.ts'

/** How a typed word fits a name, the best first. */
export const nameFits = ['exact', 'beginning', 'former', 'nickname', 'slip', 'sound', 'missing'] as const
export type NameFit = (typeof nameFits)[number]

export interface WordFit {
  readonly fit: NameFit
  readonly score: number
}

/** How one typed word fits a person: of the words of all names, today's and former ones, the one it fits best. */
export type WordJudge = (words: readonly string[], former: readonly string[]) => WordFit

const scores: Readonly<Record<NameFit, number>> = {
  exact: 10,
  beginning: 7,
  former: 6,
  nickname: 6,
  slip: 5,
  sound: 3,
  missing: -6,
}
/** Jaro-Winkler: two slips in a long word. */
const spelledAlike = 0.84
const shortestSlipped = 3
/** Names without a blank between them; who has it as one name comes first. */
const runTogetherScore = 9

const inNoWay = fitting('missing')

/**
 * @param typed folded, as everything it is held against. What is known of it is worked out once, and a name that many have
 * is held against it once.
 */
export function wordJudge(typed: string): WordJudge {
  const [usual, ...others] = latinSpellings(typed)
  const asWritten = fitJudge(typed)
  const inLatin = usual === undefined ? null : fitJudge(usual)
  return (words, former) => {
    const asOne = bestOf(asWritten, words, former)
    const isWhole = asOne.fit === 'exact' || asOne.fit === 'beginning'
    const best = isWhole ? asOne : better(asOne, asRunTogether(typed, words, former))
    if (inLatin === null) return best
    const whole = others.some((one) => words.includes(one)) ? fitting('nickname') : inNoWay
    return better(better(best, bestOf(inLatin, words, former)), whole)
  }
}

/** The better of two judges' answers; the first's where there is no second. */
export function eitherJudge(a: WordJudge, b: WordJudge | null): WordJudge {
  return b === null ? a : (words, former) => better(a(words, former), b(words, former))
}

function fitting(fit: NameFit): WordFit {
  return { fit, score: scores[fit] }
}

function better(a: WordFit, b: WordFit): WordFit {
  return b.score > a.score ? b : a
}

function asRunTogether(typed: string, words: readonly string[], former: readonly string[]): WordFit {
  if (isRunTogether(typed, words)) return { fit: 'exact', score: runTogetherScore }
  return isRunTogether(typed, former) ? { fit: 'former', score: scores.former - 1 } : inNoWay
}

type FitJudge = (word: string) => WordFit

function bestOf(fitOf: FitJudge, words: readonly string[], former: readonly string[]): WordFit {
  const today = words.reduce((best, word) => better(best, fitOf(word)), inNoWay)
  if (today.fit === 'exact' || former.length === 0) return today
  const before = former.reduce((best, word) => better(best, fitOf(word)), inNoWay)
  const asFormer = before.fit === 'exact' || before.fit === 'beginning' ? fitting('former') : before
  return better(today, asFormer.fit === 'missing' ? inNoWay : { ...asFormer, score: asFormer.score - 1 })
}

function fitJudge(typed: string): FitJudge {
  const known = new Map<string, WordFit>()
  const longVowels = longVowelForms(typed)
  const sound = soundOf(typed)
  const judge = (word: string): WordFit => {
    if (typed === word) return fitting('exact')
    // The more of a word was typed, the less chance has a hand in it.
    if (word.startsWith(typed)) return { fit: 'beginning', score: scores.beginning + (2 * typed.length) / word.length }
    if (sameGivenName(typed, word)) return fitting('nickname')
    if (differInGender(typed, word) || longVowels.includes(word)) return fitting('nickname')
    if (word.endsWith(typed) && namesBehindParticles(word).includes(typed))
      return { fit: 'nickname', score: scores.nickname - 0.5 }
    if (Math.max(typed.length, word.length) < shortestSlipped) return inNoWay
    if (isOneSlipAway(typed, word)) return fitting('slip')
    if (jaroWinkler(typed, word) >= spelledAlike) return { fit: 'slip', score: scores.slip - 1.5 }
    return sound.length >= 3 && sound === soundOf(word) ? fitting('sound') : inNoWay
  }
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const found = judge(word)
    known.set(word, found)
    return found
  }
}

/** Whether one letter is missing, too many, wrong or swapped with its neighbour. */
export function isOneSlipAway(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}
