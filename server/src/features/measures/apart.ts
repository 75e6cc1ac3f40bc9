import type { Opening } from '@foyer/scheduling'

/**
 * Openings that could all be taken: starts of one clinician that overlap are one appointment, because whoever takes the
 * first takes the time of the others. Two clinicians at the same time are two.
 *
 * @param openings soonest first
 */
export function apartFrom(openings: readonly Opening[]): Opening[] {
  const until = new Map<string, number>()
  return openings.filter((opening) => {
    const lead = leadOf(opening)
    if ((until.get(lead) ?? -Infinity) > opening.start) return false
    until.set(lead, opening.end)
    return true
  })
}

function leadOf({ assignments }: Opening): string {
  return (assignments.find(({ role }) => role === 'clinician') ?? assignments[0])?.resourceId ?? ''
}
