import { Temporal } from '@foyer/kernel'
import { type Interval, overlaps } from '../interval.ts'
import { type Occurrence, occurrencesOf, type SeriesException, type SeriesRule } from './occurrences.ts'

/** Openings are wanted for one occurrence on these civil dates, both included. */
export type SeriesQuestion = { readonly occurrence: Occurrence; readonly from: string; readonly to: string }

export type SeriesOptions<O extends Interval> = {
  /** IANA name of the site's zone. */
  readonly zone: string
  /** All openings of the dates that suit the patient, best first; overlaps within the series are seen to here. */
  readonly find: (question: SeriesQuestion) => readonly O[]
  readonly clinicianOf: (opening: O) => string | undefined
  /** Who is wished for all of them; when absent, who has the first that can be met. */
  readonly clinicianId?: string
  /** Whether it may be offered instead of an occurrence that cannot be met; any may when absent. */
  readonly suitsInstead?: (opening: O) => boolean
  /** How far from its date an occurrence may be offered when it cannot be met; 3 when absent. */
  readonly withinDays?: number
}

export type PlannedOccurrence<O extends Interval> = Occurrence &
  (
    | { readonly verdict: 'met'; readonly opening: O }
    /** `nearest` is what could be instead; null when there is nothing near. */
    | { readonly verdict: 'not-met'; readonly nearest: O | null }
  )

/**
 * Which occurrences can be met at their time, and for the others the nearest that could be.
 *
 * 1. An occurrence is met by an opening at exactly its start; with the wished clinician before anybody else.
 * 2. What is offered instead lies within `withinDays` of its date and between the occurrences before and after it, so that
 *    the order of the series holds, and suits; with the wished clinician before anybody else, then nearest, then earlier.
 * 3. No two of all these openings overlap.
 */
export function planSeries<O extends Interval>(
  rule: SeriesRule,
  exceptions: readonly SeriesException[],
  options: SeriesOptions<O>,
): PlannedOccurrence<O>[] {
  const { zone, find, clinicianOf, suitsInstead = () => true, withinDays = 3 } = options
  const occurrences = occurrencesOf(rule, exceptions, zone).sort((a, b) => a.start - b.start)
  const chosen = new Map<number, O>()
  let clinicianId = options.clinicianId
  const isFree = (opening: O): boolean => [...chosen.values()].every((each) => !overlaps(each, opening))
  const isOther = (opening: O): number => Number(clinicianId !== undefined && clinicianOf(opening) !== clinicianId)

  const met = new Set<number>()
  for (const occurrence of occurrences) {
    const { date, start } = occurrence
    const exact = find({ occurrence, from: date, to: date }).filter((each) => each.start === start && isFree(each))
    const [best] = exact.toSorted((a, b) => isOther(a) - isOther(b))
    if (!best) continue
    clinicianId ??= clinicianOf(best)
    chosen.set(occurrence.occurrence, best)
    met.add(occurrence.occurrence)
  }

  occurrences.forEach((occurrence, index) => {
    if (met.has(occurrence.occurrence)) return
    const before = startOf(occurrences[index - 1], chosen) ?? -Infinity
    const after = startOf(occurrences[index + 1], chosen) ?? Infinity
    const day = Temporal.PlainDate.from(occurrence.date)
    const from = day.subtract({ days: withinDays }).toString()
    const near = find({ occurrence, from, to: day.add({ days: withinDays }).toString() })
    const away = ({ start }: O): number => Math.abs(start - occurrence.start)
    const [best] = near
      .filter((each) => before < each.start && each.start < after && isFree(each) && suitsInstead(each))
      .sort((a, b) => isOther(a) - isOther(b) || away(a) - away(b) || a.start - b.start)
    if (best) chosen.set(occurrence.occurrence, best)
  })

  return occurrences.map((occurrence): PlannedOccurrence<O> => {
    const opening = chosen.get(occurrence.occurrence)
    if (opening && met.has(occurrence.occurrence)) return { ...occurrence, verdict: 'met', opening }
    return { ...occurrence, verdict: 'not-met', nearest: opening ?? null }
  })
}

function startOf(occurrence: Occurrence | undefined, chosen: ReadonlyMap<number, Interval>): number | undefined {
  return occurrence && (chosen.get(occurrence.occurrence)?.start ?? occurrence.start)
}
