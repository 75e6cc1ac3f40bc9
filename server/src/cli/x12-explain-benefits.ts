import {
  benefitSentence,
  contradictionSentence,
  type Eligibility,
  gapSentence,
  type Language,
  type Pointer,
  readEligibilities,
  rejectionSentence,
  stateSentence,
} from '@foyer/coverage'
import { Temporal } from '@foyer/kernel'
import { type Explanation, partsOf, type Segment } from '@foyer/x12'

interface Asked {
  readonly language: Language
  /** Date of service, YYYY-MM-DD; without one, the day on which the payer answered. */
  readonly date: string | undefined
}

/** What the segments of an answer to a question of eligibility say (271), each sentence at the segment it rests on, in their order. */
export function explainBenefits(segments: readonly Segment[], { language, date }: Asked): Explanation[] {
  const asked = { serviceDate: date ?? answeredOn(segments), serviceTypes: [] }
  const partOf = partsOf({ code: '271', segments })
  const byNumber = new Map(segments.map((segment) => [segment.position.segment, segment]))
  return readEligibilities(segments, asked)
    .flatMap((found) =>
      told(found, language).flatMap(([sentence, pointer]) => {
        const segment = byNumber.get(pointer?.segment ?? 1) ?? segments[0]
        return segment ? [{ sentence, position: segment.position, part: partOf(segment.position.segment) }] : []
      }),
    )
    .toSorted((a, b) => a.position.offset - b.position.offset)
}

function told(found: Eligibility, language: Language): (readonly [string, Pointer | undefined])[] {
  const { state, rejections, contradictions, gaps } = found
  // A plan that does not hold on the day covers nothing on it, whatever is called active without a date.
  const isOver = state.is === 'inactive' && state.because !== 'said' && state.because !== 'pending'
  const benefits = isOver ? found.benefits.filter(({ kind }) => kind !== 'active') : found.benefits
  return [
    [stateSentence(state, language), state.pointers[0]],
    ...benefits.map((one) => [benefitSentence(one, language, found), one.pointer] as const),
    ...rejections.map((one) => [rejectionSentence(one, language), one.pointer] as const),
    ...contradictions.map((one) => [contradictionSentence(one, language), one.pointers.at(-1)] as const),
    ...gaps.map((gap) => [gapSentence(gap, language), benefits.at(-1)?.pointer] as const),
  ]
}

/** BHT04. Where there is none no plan has begun, and each says since when it holds. */
function answeredOn(segments: readonly Segment[]): string {
  const text = segments.find(({ tag }) => tag === 'BHT')?.text(4) ?? ''
  try {
    return Temporal.PlainDate.from(text).toString()
  } catch {
    return '1900-01-01'
  }
}
