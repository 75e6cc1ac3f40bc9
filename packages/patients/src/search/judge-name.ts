import { abdForm } from '../abd.ts'
import { isParticle, withoutParticles } from './particles.ts'
import { eitherJudge, type NameFit, nameFits, type WordFit, type WordJudge, wordJudge } from './word-fit.ts'

export interface NameJudgement {
  /** The poorest of the words'. */
  readonly fit: NameFit
  readonly score: number
}

/**
 * Whether a person's names fit what was typed: each typed word must fit a word of them in some way; where `mayMiss` is set,
 * one of several need not. Null: it is somebody else.
 */
export type NameJudge = (words: readonly string[], former: readonly string[], mayMiss: boolean) => NameJudgement | null

/** Judges any number of people by the same typed words. All words are folded. */
export function nameJudge(typed: readonly string[]): NameJudge {
  const judges = typed.map(wordJudge)
  const glued = typed.slice(1).map((_, at) => gluedJudge(typed, judges, at))
  // Particles are left out or written together with what follows.
  const free = typed.some(isParticle)
    ? withoutParticles(typed).map(({ word, glued: one }) =>
        eitherJudge(judges[typed.indexOf(word)] ?? wordJudge(word), one === null ? null : wordJudge(one)),
      )
    : null
  return (words, former, mayMiss) => {
    const asTyped = judges.map((judge) => judge(words, former))
    const asOneWord = glued
      .map((judge) => judge(words, former))
      .reduce((best, one) => (one !== null && one.score > (best?.score ?? 0) ? one : best), null)
    const strict = closer(together(asTyped, false), asOneWord)
    if (strict || free === null) return strict ?? (mayMiss ? together(asTyped, true) : null)
    return together(
      free.map((judge) => judge(words, former)),
      mayMiss,
    )
  }
}

/** Two neighbours as one word, as `haile mariam` may stand in the record. */
function gluedJudge(
  typed: readonly string[],
  judges: readonly WordJudge[],
  at: number,
): (words: readonly string[], former: readonly string[]) => NameJudgement | null {
  const glued = `${typed[at]}${typed[at + 1]}`
  const abd = abdForm(glued)
  const asOne = eitherJudge(wordJudge(glued), abd && wordJudge(abd.whole))
  const others = judges.filter((_, place) => place !== at && place !== at + 1)
  const hasLetter = Math.min(typed[at]?.length ?? 0, typed[at + 1]?.length ?? 0) === 1
  return (words, former) => {
    const one = asOne(words, former)
    if (one.fit !== 'exact' && one.fit !== 'beginning') return null
    // Both of the typed words fit by it; one letter is rather the initial of another name.
    const both = one.fit === 'beginning' && hasLetter ? one : { ...one, score: 2 * one.score }
    return together([both, ...others.map((judge) => judge(words, former))], false)
  }
}

function together(found: readonly WordFit[], mayMiss: boolean): NameJudgement | null {
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
