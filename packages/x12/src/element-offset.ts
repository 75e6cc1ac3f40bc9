import type { Position } from './position.ts'
import { SegmentView } from './read/segment-view.ts'
import type { Segment } from './segment.ts'

/**
 * Where an element stands: bytes from the beginning of the file to its first byte, or to where it would be if it is empty.
 * Null for one behind the last, and for a segment that was not read from a file.
 *
 * @param element from 1
 */
export function elementOffset(segment: Segment, element: number): number | null {
  return segment instanceof SegmentView ? segment.offsetOf(element) : null
}

/** The same where a finding at this position is about the segment that is looked at now; null where it is about an earlier one. */
export function offsetIn(current: Segment | null, { offset }: Position, element: number): number | null {
  return current !== null && current.position.offset === offset ? elementOffset(current, element) : null
}
