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
import { type Explanation, partsOf, type Reading, type TransactionSet } from '@foyer/x12'

interface Asked {
  readonly language: Language
  /** Date of service, YYYY-MM-DD; without one, the day on which the payer answered. */
  readonly date: string | undefined
}

/** What the answers to questions of eligibility in a file say (271), each sentence at the segment it rests on. */
export function explainBenefits({ interchanges }: Reading, asked: Asked): Explanation[] {
  const sets = interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets))
  return sets.filter(({ code }) => code === '271').flatMap((set) => explainSet(set, asked))
}

function explainSet(set: TransactionSet, { language, date }: Asked): Explanation[] {
  const asked = { serviceDate: date ?? answeredOn(set), serviceTypes: [] }
  const partOf = partsOf(set)
  return readEligibilities(set.segments, asked).flatMap((found) =>
    told(found, language).flatMap(([sentence, pointer]) => {
      const segment = set.segments[(pointer?.segment ?? 1) - 1] ?? set.segments[0]
      return segment ? [{ sentence, position: segment.position, part: partOf(segment.position.segment) }] : []
    }),
  )
}

function told(found: Eligibility, language: Language): (readonly [string, Pointer | undefined])[] {
  const { state, rejections, contradictions, gaps } = found
  // A plan that does not hold on the day covers nothing on it, whatever is called active without a date.
  const isOver = state.is === 'inactive' && (state.because === 'ended' || state.because === 'not-begun')
  const benefits = isOver ? found.benefits.filter(({ kind }) => kind !== 'active') : found.benefits
  return [
    [stateSentence(state, language), state.pointers[0]],
    ...benefits.map((one) => [benefitSentence(one, language), one.pointer] as const),
    ...rejections.map((one) => [rejectionSentence(one, language), one.pointer] as const),
    ...contradictions.map((one) => [contradictionSentence(one, language), one.pointers.at(-1)] as const),
    ...gaps.map((gap) => [gapSentence(gap, language), benefits.at(-1)?.pointer] as const),
  ]
}

/** BHT04. Where there is none no plan has begun, and each says since when it holds. */
function answeredOn({ segments }: TransactionSet): string {
  const text = segments.find(({ tag }) => tag === 'BHT')?.text(4) ?? ''
  try {
    return Temporal.PlainDate.from(text).toString()
  } catch {
    return '1900-01-01'
  }
}
