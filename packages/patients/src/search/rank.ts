import type { PatientSearch } from '../query.ts'
import { type CandidateFacts, type FactReason, judgePiece } from './judge-fact.ts'
import { nameJudge } from './judge-name.ts'
import { readingsOf } from './readings.ts'
import type { NameFit } from './word-fit.ts'

export interface Candidate extends CandidateFacts {
  /** Folded words of the names of today. */
  readonly words: readonly string[]
  /** Folded words of names by which the person is or was known besides. */
  readonly formerWords: readonly string[]
  /** Orders those who fit equally well. */
  readonly sortName: string
  /** Those who died and records that lead to another come after who fits as well. */
  readonly isPast: boolean
}

/** Which part of a record fits what was typed, and how: what the desk reads beside a result. */
export type FoundReason = FactReason | { readonly part: 'name'; readonly how: NameFit }

export interface Ranked<C> {
  readonly candidate: C
  readonly score: number
  /** In the order in which they say most. */
  readonly reasons: readonly FoundReason[]
  /** Nothing was misspelled, misheard or left out. */
  readonly isAsTyped: boolean
}

/** Ways to fit by which the person was not asked for. */
const slippedFits: ReadonlySet<string> = new Set(['nickname', 'slip', 'sound', 'missing', 'swapped', 'near'])

/**
 * The candidates who fit what was typed, best first. Every typed word must fit a name (one of several need not where
 * `mayMissName` is set) and every other piece a fact. Equal scores stand in the order of their names.
 */
export function rankCandidates<C extends Candidate>(
  search: PatientSearch,
  candidates: readonly C[],
  { today, mayMissName }: { readonly today: string; readonly mayMissName: boolean },
): readonly Ranked<C>[] {
  const readings = readingsOf(search, today)
  const judgeName = search.nameParts.length === 0 ? null : nameJudge(search.nameParts)
  const judged = candidates.flatMap((candidate): Ranked<C>[] => {
    const name = judgeName && judgeName(candidate.words, candidate.formerWords, mayMissName)
    if (judgeName !== null && name === null) return []
    const facts = readings.map((piece) => judgePiece(piece, candidate))
    const fitting = facts.filter((fact) => fact !== null)
    if (fitting.length < facts.length) return []
    const reasons: FoundReason[] = [
      ...fitting.toSorted((a, b) => b.score - a.score).map(({ reason }) => reason),
      ...(name === null ? [] : [{ part: 'name', how: name.fit } as const]),
    ]
    return [
      {
        candidate,
        score: fitting.reduce((sum, { score }) => sum + score, name?.score ?? 0) - (candidate.isPast ? 0.5 : 0),
        reasons,
        isAsTyped: !reasons.some(({ how }) => slippedFits.has(how)),
      },
    ]
  })
  return judged.toSorted((a, b) => b.score - a.score || (a.candidate.sortName < b.candidate.sortName ? -1 : 1))
}
