/** What a sentence about a benefit rests on: a segment of the answer, as `@foyer/x12` counts. */
export interface Pointer {
  readonly set: number
  /** From 1, ST being 1. */
  readonly segment: number
  readonly tag: string
}
