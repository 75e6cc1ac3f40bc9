import { minuteMs } from '../local-day.ts'
import { bestFirst, type Option } from './rank.ts'

/** As many as keys 1 to 9 reach. */
export const shown = 9

type Bounds = {
  readonly perDay: number
  readonly perClinicianAndDay: number
  readonly perStart: number
  /** Between two starts of one clinician on one day. */
  readonly apartMinutes: number
}

/** Bounds what is chosen on one date, and nothing across dates: `variedOptions` rests on that. */
export const strict: Bounds = { perDay: 3, perClinicianAndDay: 2, perStart: 2, apartMinutes: 60 }
const anything: Bounds = { perDay: Infinity, perClinicianAndDay: Infinity, perStart: Infinity, apartMinutes: 0 }
const looser: readonly Bounds[] = [
  { ...strict, perDay: Infinity, perStart: Infinity },
  { ...strict, perDay: Infinity, perStart: Infinity, apartMinutes: 0 },
  anything,
]

/**
 * Chooses `limit` of the options so that the first nine differ: a choice between nine times of one clinician on one
 * morning is none. They are taken in order of their score, in rounds: at first three a day, two of one clinician a day an
 * hour apart, two of one start; then any number a day; then without the hour. Only when that leaves places empty, because
 * there is nothing else, are they filled by score. What comes after the nine is in order of score.
 *
 * @param ranked all of them, best first
 */
export function spread(ranked: readonly Option[], limit: number): Option[] {
  const wanted = Math.min(limit, shown)
  const chosen = new Set<Option>()
  for (const candidate of ranked) {
    if (chosen.size >= wanted) break
    if (within(strict, candidate, chosen)) chosen.add(candidate)
  }
  if (chosen.size < wanted) fillUp(ranked, wanted, chosen)
  const first = [...chosen].sort(bestFirst)
  const rest = limit > shown ? ranked.filter((candidate) => !chosen.has(candidate)).slice(0, limit - shown) : []
  return [...first, ...rest]
}

function fillUp(ranked: readonly Option[], wanted: number, chosen: Set<Option>): void {
  for (const bounds of looser) {
    for (const candidate of ranked) {
      if (chosen.size >= wanted) return
      if (!chosen.has(candidate) && within(bounds, candidate, chosen)) chosen.add(candidate)
    }
  }
}

export function within(bounds: Bounds, option: Option, chosen: ReadonlySet<Option>): boolean {
  let onDay = 0
  let ofClinician = 0
  let atStart = 0
  for (const other of chosen) {
    if (other.start === option.start) atStart++
    if (other.date !== option.date) continue
    onDay++
    if (other.leadId !== option.leadId) continue
    ofClinician++
    if (Math.abs(other.start - option.start) < bounds.apartMinutes * minuteMs) return false
  }
  return onDay < bounds.perDay && ofClinician < bounds.perClinicianAndDay && atStart < bounds.perStart
}
