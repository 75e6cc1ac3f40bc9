/** Where something stands in a file of X12 interchanges. */
export interface Position {
  /** From 1; 0 for what stands before the first interchange. */
  readonly interchange: number
  /** Functional group (GS to GE) in the interchange, from 1; 0 outside of any. */
  readonly group: number
  /** Transaction set (ST to SE) in the group, from 1; 0 outside of any. */
  readonly set: number
  /** Segment in its set, ST being 1 (as 999 counts, IK302); outside of a set in its interchange, ISA being 1. */
  readonly segment: number
  /** Bytes from the beginning of the file to the first byte of the segment. */
  readonly offset: number
}
