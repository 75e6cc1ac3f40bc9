import type { eligibility, Reply } from '@foyer/contract'
import {
  contradictionSentence,
  type Eligibility,
  gapSentence,
  type Language,
  otherPayerSentence,
  type Pointer,
  rejectionSentence,
  type Said,
} from '@foyer/coverage'

type Whole = Reply<typeof eligibility.readCheck>
type Sentence = Whole['questions'][number]
type SaidShown = NonNullable<Reply<typeof eligibility.readCoverageCards>['cards'][number]['answer']>['copay']

export function pointed(pointer: Pointer | undefined): Sentence['pointer'] {
  return pointer ? { segment: pointer.segment, tag: pointer.tag } : null
}

export function saidShown(said: Said): SaidShown {
  if (said.is === 'unsaid') return null
  const pointer = pointed(said.pointers[0])
  return said.is === 'said'
    ? { low: said.value, high: said.value, pointer }
    : { low: said.low, high: said.high, pointer }
}

/** What somebody has to ask or do: reasons for not answering first, then what contradicts, then what was left out. */
export function questionsOf({ rejections, contradictions, gaps }: Eligibility, language: Language): Sentence[] {
  return [
    ...rejections.map((one) => ({ text: rejectionSentence(one, language), pointer: pointed(one.pointer) })),
    ...contradictions.map((one) => ({
      text: contradictionSentence(one, language),
      pointer: pointed(one.pointers[0]),
    })),
    ...gaps.map((gap) => ({
      text: gapSentence(gap, language),
      pointer: pointed('pointers' in gap ? gap.pointers[0] : undefined),
    })),
  ]
}

export function otherPayersOf({ otherPayers }: Eligibility, language: Language): Sentence[] {
  return otherPayers.map((one) => ({ text: otherPayerSentence(one, language), pointer: pointed(one.pointer) }))
}
