import type { Reading, TransactionSet } from '../interchange.ts'
import type { Position } from '../position.ts'
import type { Segment } from '../segment.ts'
import { explainAcknowledgement, explainInterchangeAcknowledgement } from './explain-acknowledgement.ts'
import { explainAuthorization } from './explain-authorization.ts'
import { explainClaimStatus } from './explain-claim-status.ts'
import { explainPayment } from './explain-payment.ts'
import { type PartOfSet, partsOf } from './part-of-set.ts'
import type { Language } from './code-words.ts'

/** A sentence and the segment that says it. Never with a name, a member number or a date of birth. */
export interface Explanation {
  readonly sentence: string
  readonly position: Position
  /** Whom or what in its set it is about; null where it is about the whole. */
  readonly part: PartOfSet | null
}

/** What a file says, in sentences: 277 and 277CA, 278, 835, 999 and TA1. Other sets say nothing here. */
export function explain({ interchanges }: Reading, language: Language): Explanation[] {
  return interchanges.flatMap(({ segments, groups }) => [
    ...segments
      .filter(({ tag }) => tag === 'TA1')
      .map((ta1) => ({
        sentence: explainInterchangeAcknowledgement(ta1, language),
        position: ta1.position,
        part: null,
      })),
    ...groups.flatMap(({ sets }) => sets.flatMap((set) => explainSet(set, language))),
  ])
}

/** What one set says. */
export function explainSet(
  { code, segments }: Pick<TransactionSet, 'code' | 'segments'>,
  language: Language,
): Explanation[] {
  const sentences: Explanation[] = []
  const say = sentencesOf(code, language)
  if (!say) return sentences
  const partOf = partsOf({ code, segments })
  for (const segment of segments) {
    const sentence = say(segment)
    if (sentence !== null) {
      const { position } = segment
      sentences.push({ sentence, position, part: partOf(position.segment) })
    }
  }
  return sentences
}

/** Says of the segments of one set, in their order, what each says; null for a set that says nothing in sentences. */
export function sentencesOf(code: string, language: Language): ((segment: Segment) => string | null) | null {
  switch (code) {
    case '277':
      return explainClaimStatus(language)
    case '278':
      return explainAuthorization(language)
    case '835':
      return explainPayment(language)
    case '999':
      return explainAcknowledgement(language)
    default:
      return null
  }
}
