import { codeList } from '../grammar/dictionary.ts'
import { hasPacked, packCodes } from '../read/packed-codes.ts'
import { SegmentView } from '../read/segment-view.ts'
import type { Segment } from '../segment.ts'
import type { Findings } from './findings.ts'

const states = new Set(codeList('state'))
const packedStates = packCodes(states)
/** N404 is left out there; some write it. */
const here = new Set(['', 'US', 'USA'])

/** N4 of an address in the United States or its territories: state and postal code are needed, and the state is one of them. */
export function checkPlace(n4: Segment, loop: string, findings: Findings): void {
  if (n4 instanceof SegmentView && isPlainPlace(n4)) return
  const [state, postalCode, country] = [n4.text(2), n4.text(3), n4.text(4)]
  // A subdivision of another country (N407) stands in place of a state.
  if (!here.has(country ?? '') || n4.text(7) !== '') return
  const tell = (element: number, code: string, says: string, report: string): void =>
    findings.add({
      level: 4,
      position: n4.position,
      tag: 'N4',
      element,
      loop,
      code,
      sentence: `N40${element} ${says}`,
      report: ['IK403', report],
    })
  if (state === '') tell(2, 'place-incomplete', '(state) is needed for an address in the United States.', 'I9')
  else if (!states.has(state ?? '')) tell(2, 'state-unknown', 'is no state of the United States or Canada.', '7')
  if (postalCode === '')
    tell(3, 'place-incomplete', '(postal code) is needed for an address in the United States.', 'I9')
}

/** City, state and postal code and nothing more, as nearly all are: seen without a text of them. */
function isPlainPlace(n4: SegmentView): boolean {
  return n4.size === 3 && hasPacked(packedStates, n4.packed(2, 0)) && n4.firstByte(3, 0) !== 0
}
