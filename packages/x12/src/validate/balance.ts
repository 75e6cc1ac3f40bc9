import type { Segment } from '../segment.ts'

/** Follows the loops of a set and judges its sums where they are complete. */
export interface Balance {
  /** @param code its tag as a number, see read/tag.ts */
  segment(segment: Segment, code: number, loop: string): void
  leave(loop: string): void
}
