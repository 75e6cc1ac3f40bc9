import { dateOf, timeOf, type Element, type WrittenSegment, type WrittenSet } from './element.ts'

/** TA1: what became of an interchange. */
export interface InterchangeAcknowledgement {
  /** Of the interchange that is acknowledged, as its ISA has them: nine digits, `YYMMDD`, `HHMM`. */
  readonly controlNumber: string
  readonly date: string
  readonly time: string
  /** A accepted, E accepted with errors, R rejected. */
  readonly verdict: 'A' | 'E' | 'R'
  /** TA105; `000` where there is no error. */
  readonly note: string
}

/** A TA1, to stand in an interchange outside of groups. */
export function interchangeAcknowledgement(one: InterchangeAcknowledgement): WrittenSegment {
  return ['TA1', one.controlNumber, dateOf(one.date), timeOf(one.time), one.verdict, one.note]
}

/** 999: what became of a group and its sets. */
export interface GroupAcknowledgement {
  readonly functionalId: string
  readonly controlNumber: string
  readonly version: string
  readonly sets: readonly SetAcknowledgement[]
  /** AK901: A accepted, E with errors, P in part, R rejected. */
  readonly verdict: 'A' | 'E' | 'P' | 'R'
  readonly setsIncluded: number
  readonly setsReceived: number
  readonly setsAccepted: number
  /** AK905 to AK909. */
  readonly codes: readonly string[]
}

export interface SetAcknowledgement {
  readonly code: string
  readonly controlNumber: string
  readonly version: string
  readonly errors: readonly SegmentError[]
  /** IK501: A accepted, E with errors, R rejected. */
  readonly verdict: 'A' | 'E' | 'R'
  /** IK502 to IK506. */
  readonly codes: readonly string[]
}

export interface SegmentError {
  readonly tag: string
  /** In the set, ST being 1. */
  readonly number: number
  readonly loop: string
  /** IK304. */
  readonly code: string
  readonly contexts: readonly (readonly Element[])[]
  readonly elements: readonly ElementError[]
}

export interface ElementError {
  readonly element: number
  readonly component: number | null
  readonly repetition: number | null
  /** The number of the element in X12's dictionary; '' where it is not known. */
  readonly dataElement: string
  /** IK403. */
  readonly code: string
  /** IK404; left out where the value tells who somebody is. */
  readonly value: string
  readonly contexts: readonly (readonly Element[])[]
}

/** Six digits (data elements 97, 123 and 2). */
const mostCounted = 999_999

/** 999 of 005010X231A1. */
export function groupAcknowledgement(group: GroupAcknowledgement): WrittenSet {
  return {
    functionalId: 'FA',
    code: '999',
    version: '005010X231A1',
    segments: [
      ['AK1', group.functionalId, group.controlNumber, group.version],
      ...group.sets.flatMap((set) => setOf(set)),
      [
        'AK9',
        group.verdict,
        ...[group.setsIncluded, group.setsReceived, group.setsAccepted].map((count) =>
          String(Math.min(count, mostCounted)),
        ),
        ...group.codes.slice(0, 5),
      ],
    ],
  }
}

function setOf({
  code,
  controlNumber,
  version,
  errors,
  verdict,
  codes,
}: SetAcknowledgement): readonly WrittenSegment[] {
  return [
    ['AK2', code, controlNumber, version],
    ...errors.flatMap((error) => [
      ['IK3', error.tag, String(error.number), error.loop, error.code] as const,
      ...contextsOf(error.contexts),
      ...error.elements.flatMap((element) => elementOf(element)),
    ]),
    ['IK5', verdict, ...codes.slice(0, 5)],
  ]
}

function elementOf(error: ElementError): readonly WrittenSegment[] {
  const { element, component, repetition } = error
  const place = [
    String(element),
    component === null ? '' : String(component),
    repetition === null ? '' : String(repetition),
  ]
  return [['IK4', place, error.dataElement, error.code, error.value], ...contextsOf(error.contexts)]
}

function contextsOf(contexts: SegmentError['contexts']): readonly WrittenSegment[] {
  return contexts.map((context): WrittenSegment => ['CTX', ...context])
}
