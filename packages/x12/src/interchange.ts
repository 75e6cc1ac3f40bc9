import type { Delimiters } from './delimiters.ts'
import type { Finding } from './finding.ts'
import type { Position } from './position.ts'
import type { Segment } from './segment.ts'

/** A file as it was read: everything in it that could be, and what is wrong with its envelopes. */
export interface Reading {
  readonly interchanges: readonly Interchange[]
  readonly findings: readonly Finding[]
}

/** ISA to IEA. Fields are without the blanks that fill them up. */
export interface Interchange {
  readonly senderQualifier: string
  readonly senderId: string
  readonly receiverQualifier: string
  readonly receiverId: string
  /** `YYMMDD`, as sent. */
  readonly date: string
  /** `HHMM`, as sent. */
  readonly time: string
  /** `00501`. */
  readonly version: string
  readonly controlNumber: string
  readonly isAcknowledgementRequested: boolean
  /** P: production, T: test; null where it is neither. */
  readonly usage: 'P' | 'T' | null
  readonly delimiters: Delimiters
  readonly groups: readonly Group[]
  /** All segments outside of groups in their order: ISA, TA1, IEA and what does not belong there. */
  readonly segments: readonly Segment[]
  readonly position: Position
}

/** GS to GE. Sets without a GS are in a group whose fields are empty. */
export interface Group {
  /** `HB`: what kind of sets it holds. */
  readonly functionalId: string
  readonly senderId: string
  readonly receiverId: string
  /** `CCYYMMDD`, as sent. */
  readonly date: string
  readonly time: string
  readonly controlNumber: string
  /** `005010X279A1`. */
  readonly version: string
  readonly sets: readonly TransactionSet[]
  /** All segments outside of sets: GS, GE and what does not belong there. */
  readonly segments: readonly Segment[]
  readonly position: Position
}

/** ST to SE. */
export interface TransactionSet {
  /** `271`. */
  readonly code: string
  /** Implementation guide: ST03, or where that is empty GS08. */
  readonly version: string
  readonly controlNumber: string
  /** ST and SE are among them. */
  readonly segments: readonly Segment[]
  readonly position: Position
  readonly group: Group
  readonly interchange: Interchange
}
