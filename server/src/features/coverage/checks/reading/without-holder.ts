import type { Segment } from '@foyer/x12'

/** Of the policyholder in a question or an answer: who they are, where they live, and whatever else is said of them. */
const ofPerson = new Set(['NM1', 'REF', 'N3', 'N4', 'PER', 'DMG', 'INS', 'HI', 'DTP', 'MPI', 'PRV'])
/** A rejected file names the element that was wrong by what stood in it (IK404, AK404). */
const copies = new Set(['IK4', 'AK4'])

/**
 * The segments in which a 270, a 271 or a 999 says something of the policyholder: what stands under the subscriber's level
 * (HL03 22) before the first benefit, and anybody who is named as insured (NM101 IL) further down. Why a payer could not answer
 * (AAA) is none of it. Answers their numbers in the set.
 */
export function segmentsOfHolder(segments: readonly Segment[]): ReadonlySet<number> {
  const found = new Set<number>()
  let isHolder = false
  for (const segment of segments) {
    const { tag } = segment
    if (tag === 'HL') isHolder = segment.text(3) === '22'
    else if (tag === 'EB' || tag === 'EQ' || tag === 'LE') isHolder = false
    else if (tag === 'NM1') isHolder ||= segment.text(1) === 'IL'
    if ((isHolder && ofPerson.has(tag)) || copies.has(tag)) found.add(segment.position.segment)
  }
  return found
}
