import { type MatchPerson, type PairScore, scorePair } from '@foyer/patients'
import type { Db } from '../../../platform/database/organization-db.ts'
import { placesOf } from '../matching/known.ts'
import { selectForMatch } from '../matching/store.ts'

/** Two records, the smaller id first: in this order they are kept. */
export type Pair = readonly [string, string]

export function pairOf(one: string, other: string): Pair {
  return one < other ? [one, other] : [other, one]
}

export interface Compared {
  readonly first_id: string
  readonly second_id: string
  readonly log_odds: number
  readonly evidence: readonly { readonly field: string; readonly outcome: string }[]
  readonly verdict: PairScore['verdict']
}

/** Beyond this a probability is as good as certain, and no more can be told of a float. */
const MOST_LOG_ODDS = 60

/** log2 of the odds. */
function logOddsOf(score: number): number {
  return Math.max(-MOST_LOG_ODDS, Math.min(MOST_LOG_ODDS, Math.log2(score / (1 - score))))
}

export function scoreOf(logOdds: number): number {
  return 1 / (1 + 2 ** -logOdds)
}

/** Somebody who moved is held against others at each place where they lived: what speaks loudest for one person counts. */
function scoreAnywhere(a: readonly MatchPerson[], b: readonly MatchPerson[]): PairScore {
  const [first, ...others] = a.flatMap((one) => b.map((other) => scorePair(one, other)))
  if (!first) throw new Error('nobody to compare')
  return others.reduce((best, score) => (score.score > best.score ? score : best), first)
}

/** Compares pairs; those of which a record leads elsewhere are left out. */
export async function comparePairs(db: Db, pairs: readonly Pair[]): Promise<readonly Compared[]> {
  const rows = await selectForMatch(db, [...new Set(pairs.flat())])
  const people = new Map(rows.map((row) => [row.id, placesOf(row)]))
  return pairs.flatMap(([first, second]): Compared[] => {
    const [a, b] = [people.get(first), people.get(second)]
    if (!a || !b) return []
    const { score, verdict, evidence } = scoreAnywhere(a, b)
    return [
      {
        first_id: first,
        second_id: second,
        log_odds: logOddsOf(score),
        verdict,
        evidence: evidence.map(({ field, outcome }) => ({ field, outcome })),
      },
    ]
  })
}
