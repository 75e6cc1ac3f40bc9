import type { PatientHit } from './shapes.ts'
import { isWord, type Say } from './use-words.ts'

/** What fits, and how; at most so much that a line holds it. */
export function whyFound(reasons: PatientHit['reasons'], say: Say): string {
  return reasons
    .slice(0, 3)
    .map(({ part, how }) => `why_${part}_${how}`)
    .filter(isWord)
    .map((word) => say(word))
    .join(' · ')
}

/** Whose record is opened: the one that speaks for a merged one. */
export function leadsTo(hit: Pick<PatientHit, 'id' | 'mergedInto'>): string {
  return hit.mergedInto?.id ?? hit.id
}
