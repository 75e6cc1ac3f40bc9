import type { Position } from './position.ts'

/** `error`: it has to be turned away; `warning`: it can be read, and says less or other than it should; `note`: odd. */
export type Severity = 'error' | 'warning' | 'note'

/** Types of testing of the WEDI Strategic National Implementation Process: integrity, structure, balance, situation. */
export type SnipLevel = 1 | 2 | 3 | 4

/** Something about a file that its receiver should know. */
export interface Finding {
  readonly severity: Severity
  readonly level: SnipLevel
  readonly position: Position
  /** The segment it is about; null where it is about none. */
  readonly tag: string | null
  /** From 1; null where the whole segment is meant. */
  readonly element: number | null
  readonly component: number | null
  /** From 1, where an element is repeated. */
  readonly repetition?: number
  /**
   * Bytes from the beginning of the file to the element. Not said where the element is absent, and where it was told only when what
   * comes after it had been read.
   */
  readonly offset?: number
  /** The loop of the guide it is about: `2110C`; not said by what knows of no guide. */
  readonly loop?: string
  /** What is wrong, for programs: `element-too-long`. */
  readonly code: string
  /** What is wrong, for people, with what stands there and what should; never the value of a field that tells who somebody is. */
  readonly sentence: string
  /** The code under which an acknowledgement reports it; null where it reports no such thing. */
  readonly report: Report | null
  /** What asks for it, where the guide asks in some situations only. */
  readonly trigger?: Trigger
}

/** What stands in a set and asks for something else there. */
export interface Trigger {
  readonly tag: string
  /** In its set, ST being 1. */
  readonly segment: number
  /**
   * Bytes from the beginning of the file to the element. Not said where the element is absent, and where it was told only when what
   * comes after it had been read.
   */
  readonly offset?: number
  /** The loop of the guide; null for the set itself. */
  readonly loop: string | null
  /** From 1; null where the whole segment is meant. */
  readonly element: number | null
  readonly component: number | null
}

/** Codes of TA105, IK304, IK403, IK502 and AK905. */
export interface Report {
  readonly in: 'TA105' | 'IK304' | 'IK403' | 'IK502' | 'AK905'
  readonly code: string
}
