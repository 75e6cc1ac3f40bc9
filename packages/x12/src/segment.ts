import type { Position } from './position.ts'

/**
 * One segment of an interchange. Elements are decoded when they are asked for: most are never looked at. It holds what it
 * was read from, so keep what was asked of it rather than the segment where a file is long.
 */
export interface Segment {
  /** `EB`, `ISA`: upper case, whatever the file has. */
  readonly tag: string
  readonly position: Position
  /** Elements after the tag, trailing empty ones included. */
  readonly size: number
  /**
   * An element whole, as it stands between its delimiters; '' where it is absent.
   *
   * @param element from 1, as X12 writes it: EB01 is `text(1)`
   */
  text(element: number): string
  /** Repetitions of an element (EB03 may name several service types); none for an element that is absent. */
  repetitions(element: number): number
  /**
   * A component of a composite element: `part(13, 2)` of EB13 is the procedure code; '' where it is absent.
   *
   * @param component from 1
   * @param repetition from 1
   */
  part(element: number, component: number, repetition?: number): string
  /** All components of an element, or of one of its repetitions; none where it is absent. */
  components(element: number, repetition?: number): readonly string[]
}
