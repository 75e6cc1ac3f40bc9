import { minuteMs } from './local-day.ts'
import { bestFirst, type Ranked } from './opening-rank.ts'

/** As many as keys 1 to 9 reach. */
const shown = 9

type Bounds = {
  readonly perDay: number
  readonly perClinicianAndDay: number
  readonly perStart: number
  /** Between two starts of one clinician on one day. */
  readonly apartMinutes: number
}

const strict: Bounds = { perDay: 3, perClinicianAndDay: 2, perStart: 2, apartMinutes: 60 }
const rounds: readonly Bounds[] = [
  strict,
  { ...strict, perDay: Infinity, perStart: Infinity },
  { ...strict, perDay: Infinity, perStart: Infinity, apartMinutes: 0 },
]

/**
 * Chooses `limit` of the options so that the first nine differ: a choice between nine times of one clinician on one
 * morning is none. They are taken in order of their score, in rounds: at first three a day, two of one clinician a day an
 * hour apart, two of one start; then any number a day; then without the hour. Only when that leaves places empty, because
 * there is nothing else, are they filled by score. What comes after the nine is in order of score.
 *
 * @param ranked best first
 */
export function spread(ranked: readonly Ranked[], limit: number): Ranked[] {
  const wanted = Math.min(limit, shown, ranked.length)
  const chosen = new Set<Ranked>()
  for (const bounds of rounds) {
    for (const candidate of ranked) {
      if (chosen.size >= wanted) break
      if (!chosen.has(candidate) && within(bounds, candidate, chosen)) chosen.add(candidate)
    }
  }
  for (const candidate of ranked) {
    if (chosen.size >= wanted) break
    chosen.add(candidate)
  }
  const first = [...chosen].sort(bestFirst)
  const rest = limit > shown ? ranked.filter((candidate) => !chosen.has(candidate)) : []
  return [...first, ...rest.slice(0, Math.max(0, limit - shown))]
}

function within(bounds: Bounds, { option }: Ranked, chosen: ReadonlySet<Ranked>): boolean {
  let onDay = 0
  let ofClinician = 0
  let atStart = 0
  for (const { option: other } of chosen) {
    if (other.start === option.start) atStart++
    if (other.day.date !== option.day.date) continue
    onDay++
    if (other.leadId !== option.leadId) continue
    ofClinician++
    if (Math.abs(other.start - option.start) < bounds.apartMinutes * minuteMs) return false
  }
  return onDay < bounds.perDay && ofClinician < bounds.perClinicianAndDay && atStart < bounds.perStart
}
