import type { Opening } from '@foyer/scheduling'

/**
 * The third next available appointment: the first two may be there by chance, a cancellation of this morning; the third
 * says how long people really wait (Murray and Tantau, "Same-day appointments", Family Practice Management 2000;7(8):45).
 * Appointments of one clinician that overlap are one: whoever takes the first takes the time of the others.
 *
 * @param openings soonest first
 */
export function thirdNext(openings: readonly Opening[]): Opening | null {
  const until = new Map<string, number>()
  let found = 0
  for (const opening of openings) {
    const lead = leadOf(opening)
    if ((until.get(lead) ?? -Infinity) > opening.start) continue
    until.set(lead, opening.end)
    found += 1
    if (found === 3) return opening
  }
  return null
}

function leadOf({ assignments }: Opening): string {
  return (assignments.find(({ role }) => role === 'clinician') ?? assignments[0])?.resourceId ?? ''
}
