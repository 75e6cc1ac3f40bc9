import { defaultModel } from './model.ts'
import { prepare } from './prepare.ts'
import type { MatchPerson } from './record.ts'
import { createScorer, type PairScore, type Scorer } from './scorer.ts'

const usual = createScorer(defaultModel)

/** Are these two one person? Weighed by the chances shipped, unless `scorer` has those of the set at hand. */
export function scorePair(a: MatchPerson, b: MatchPerson, scorer: Scorer = usual): PairScore {
  return scorer.score(prepare(a), prepare(b))
}
