import { abdForm } from '../abd.ts'
import { differInGender } from '../gender-forms.ts'
import { sameGivenName } from '../nickname.ts'
import { longVowelForms } from '../scripts/long-vowels.ts'
import { latinSpellings } from '../scripts/spellings.ts'
import { jaroWinkler } from '../similarity.ts'
import { isParticle, namesBehindParticles, withoutParticles } from './particles.ts'
import { soundOf } from '../matching/sound.ts'
import { isRunTogether } from './run-together.ts'

/** How a typed word fits a name, the best first. */
export const nameFits = ['exact', 'beginning', 'former', 'nickname', 'slip', 'sound', 'missing'] as const
export type NameFit = (typeof nameFits)[number]

export interface NameJudgement {
  /** The poorest of the words'. */
  readonly fit: NameFit
  readonly score: number
}

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

interface Word {
  readonly fit: NameFit
  readonly score: number
}
const missing: Word = { fit: 'missing', score: scores.missing }

/**
 * How typed words fit a person's: each must fit a word of the name in some way; where `mayMiss` is set, one of several
 * need not. Null: it is somebody else. All words are folded.
 */
export function judgeName(
  typed: readonly string[],
  words: readonly string[],
  former: readonly string[],
  mayMiss: boolean,
): NameJudgement | null {
  const asTyped = typed.map((word) => bestWord(word, words, former))
  const strict = closer(together(asTyped, false), asOneWord(typed, words, former))
  if (strict || !typed.some(isParticle)) return strict ?? (mayMiss ? together(asTyped, true) : null)
  // Particles are left out or written together with what follows.
  const free = withoutParticles(typed).map(({ word, glued }) =>
    better(bestWord(word, words, former), glued === null ? missing : bestWord(glued, words, former)),
  )
  return together(free, mayMiss)
}

/** Two neighbours as one word, as `haile mariam` may stand in the record. */
function asOneWord(
  typed: readonly string[],
  words: readonly string[],
  former: readonly string[],
): NameJudgement | null {
  let best: NameJudgement | null = null
  for (let at = 0; at + 1 < typed.length; at++) {
    const glued = `${typed[at]}${typed[at + 1]}`
    const abd = abdForm(glued)
    const one = better(bestWord(glued, words, former), abd ? bestWord(abd.whole, words, former) : missing)
    if (one.fit !== 'exact' && one.fit !== 'beginning') continue
    const others = typed.filter((_, place) => place !== at && place !== at + 1)
    // Both of the typed words fit by it; one letter is rather the initial of another name.
    const isInitial = one.fit === 'beginning' && Math.min(typed[at]?.length ?? 0, typed[at + 1]?.length ?? 0) === 1
    const both = isInitial ? one : { ...one, score: 2 * one.score }
    const judged = together([both, ...others.map((word) => bestWord(word, words, former))], false)
    if (judged && judged.score > (best?.score ?? 0)) best = judged
  }
  return best
}

function together(found: readonly Word[], mayMiss: boolean): NameJudgement | null {
  const gone = found.filter(({ fit }) => fit === 'missing').length
  if (gone > 0 && (!mayMiss || gone > 1 || found.length < 2)) return null
  const worst = Math.max(...found.map(({ fit }) => nameFits.indexOf(fit)))
  return {
    fit: nameFits[worst] ?? 'missing',
    score: found.reduce((sum, { score }) => sum + score, 0),
  }
}

/** Whichever fits better, the first where both do so alike. */
function closer(a: NameJudgement | null, b: NameJudgement | null): NameJudgement | null {
  if (a === null || b === null) return a ?? b
  return nameFits.indexOf(b.fit) < nameFits.indexOf(a.fit) ? b : a
}

function better(a: Word, b: Word): Word {
  return b.score > a.score ? b : a
}

function bestWord(typed: string, words: readonly string[], former: readonly string[]): Word {
  const [usual, ...others] = latinSpellings(typed)
  const asOne = bestOf(typed, words, former)
  const isWhole = asOne.fit === 'exact' || asOne.fit === 'beginning'
  const asWritten = isWhole ? asOne : better(asOne, asRunTogether(typed, words, former))
  if (usual === undefined) return asWritten
  const whole = others.some((one) => words.includes(one))
    ? { fit: 'nickname' as const, score: scores.nickname }
    : missing
  return better(better(asWritten, bestOf(usual, words, former)), whole)
}

function asRunTogether(typed: string, words: readonly string[], former: readonly string[]): Word {
  if (isRunTogether(typed, words)) return { fit: 'exact', score: runTogetherScore }
  return isRunTogether(typed, former) ? { fit: 'former', score: scores.former - 1 } : missing
}

function bestOf(typed: string, words: readonly string[], former: readonly string[]): Word {
  const today = words.reduce((best, word) => better(best, fitOf(typed, word)), missing)
  if (today.fit === 'exact' || former.length === 0) return today
  const before = former.reduce((best, word) => better(best, fitOf(typed, word)), missing)
  const asFormer: Word =
    before.fit === 'exact' || before.fit === 'beginning' ? { fit: 'former', score: scores.former } : before
  return better(today, asFormer.fit === 'missing' ? missing : { ...asFormer, score: asFormer.score - 1 })
}

function fitOf(typed: string, word: string): Word {
  if (typed === word) return { fit: 'exact', score: scores.exact }
  // The more of a word was typed, the less chance has a hand in it.
  if (word.startsWith(typed)) return { fit: 'beginning', score: scores.beginning + (2 * typed.length) / word.length }
  if (sameGivenName(typed, word)) return { fit: 'nickname', score: scores.nickname }
  if (differInGender(typed, word) || longVowelForms(typed).includes(word))
    return { fit: 'nickname', score: scores.nickname }
  if (word.endsWith(typed) && namesBehindParticles(word).includes(typed))
    return { fit: 'nickname', score: scores.nickname - 0.5 }
  if (Math.max(typed.length, word.length) < shortestSlipped) return missing
  if (isOneSlipAway(typed, word)) return { fit: 'slip', score: scores.slip }
  if (jaroWinkler(typed, word) >= spelledAlike) return { fit: 'slip', score: scores.slip - 1.5 }
  const sound = soundOf(typed)
  return sound.length >= 3 && sound === soundOf(word) ? { fit: 'sound', score: scores.sound } : missing
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
