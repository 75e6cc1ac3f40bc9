import type { LoopUse, SegmentUse } from '../grammar/guide.ts'
import type { SyntaxNote } from '../grammar/syntax-note.ts'
import type { Segment } from '../segment.ts'
import type { Findings } from './findings.ts'

/**
 * Relations of elements (X12.6, 3.7.3.2).
 *
 * @param present bits of the elements that are there, by their number
 */
export function checkNotes(
  segment: Segment,
  use: SegmentUse,
  present: number,
  loop: LoopUse,
  findings: Findings,
): void {
  for (const note of use.notes) {
    if (isKept(present, note)) continue
    const broken = brokenBy(present, note)
    if (broken === 0) continue
    const isExclusion = note.kind === 'E'
    const names = note.elements.map((element) => `${use.tag}${String(element).padStart(2, '0')}`)
    findings.add({
      level: 1,
      position: segment.position,
      tag: use.tag,
      element: broken,
      loop: loop.id,
      code: isExclusion ? 'elements-exclude' : 'element-conditional',
      sentence: says(note, names),
      report: ['IK403', isExclusion ? '10' : '2'],
    })
  }
}

/** Most notes hold because none of their elements is there, or all are. */
function isKept(present: number, { kind, mask }: SyntaxNote): boolean {
  const those = present & mask
  if (kind === 'R') return those !== 0
  return those === 0 || (those === mask && kind !== 'E')
}

/** @returns the element that should be there, or should not; 0 where the note holds */
function brokenBy(present: number, { kind, elements }: SyntaxNote): number {
  const [first = 0, ...others] = elements
  const isThere = (element: number): boolean => (present & (1 << element)) !== 0
  switch (kind) {
    case 'P':
      return elements.some(isThere) ? (elements.find((element) => !isThere(element)) ?? 0) : 0
    case 'R':
      return elements.some(isThere) ? 0 : first
    case 'E':
      return elements.filter(isThere)[1] ?? 0
    case 'C':
      return isThere(first) ? (others.find((element) => !isThere(element)) ?? 0) : 0
    case 'L':
      return isThere(first) && !others.some(isThere) ? (others[0] ?? 0) : 0
  }
}

function says({ kind }: SyntaxNote, names: readonly string[]): string {
  const [first = '', ...others] = names
  switch (kind) {
    case 'P':
      return `${names.join(' and ')} belong together: all of them or none.`
    case 'R':
      return `At least one of ${names.join(', ')} is needed.`
    case 'E':
      return `Only one of ${names.join(', ')} may be there.`
    case 'C':
      return `With ${first}, ${others.join(' and ')} is needed.`
    case 'L':
      return `With ${first}, one of ${others.join(', ')} is needed.`
  }
}
