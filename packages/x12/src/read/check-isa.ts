import { counted } from '../counted.ts'
import { isCivilDate, isTimeOfDay } from './check-time.ts'
import type { FindingGate } from './findings.ts'
import type { SegmentView } from './segment-view.ts'

interface IsaElement {
  readonly name: string
  readonly length: number
  /** The code of TA105 that says this element is wrong. */
  readonly note: string
}

/** All elements of an ISA have a fixed length (X12.5). */
const elements: readonly IsaElement[] = [
  { name: 'authorization qualifier', length: 2, note: '010' },
  { name: 'authorization', length: 10, note: '011' },
  { name: 'security qualifier', length: 2, note: '012' },
  { name: 'security information', length: 10, note: '013' },
  { name: 'qualifier of the sender', length: 2, note: '005' },
  { name: 'id of the sender', length: 15, note: '006' },
  { name: 'qualifier of the receiver', length: 2, note: '007' },
  { name: 'id of the receiver', length: 15, note: '008' },
  { name: 'date', length: 6, note: '014' },
  { name: 'time', length: 4, note: '015' },
  { name: 'repetition separator', length: 1, note: '016' },
  { name: 'version', length: 5, note: '017' },
  { name: 'control number', length: 9, note: '018' },
  { name: 'request for an acknowledgement', length: 1, note: '019' },
  { name: 'usage', length: 1, note: '020' },
  { name: 'component separator', length: 1, note: '027' },
]

export function checkIsa(isa: SegmentView, gate: FindingGate): void {
  const position = isa.position
  if (isa.size !== elements.length) {
    gate.add({
      severity: 'warning',
      position,
      tag: 'ISA',
      code: 'isa-elements',
      sentence: `The ISA has ${counted(isa.size, 'element')}; it should have ${elements.length}.`,
      report: ['TA105', '022'],
    })
    return
  }
  for (const [index, { name, length, note }] of elements.entries()) {
    const text = isa.text(index + 1)
    const found = [...text].length
    if (found === length) continue
    gate.add({
      severity: 'warning',
      position,
      tag: 'ISA',
      element: index + 1,
      code: 'isa-length',
      sentence: `The ${name} in the ISA has ${counted(found, 'character')}; it should have ${length}.`,
      report: ['TA105', note],
    })
  }
  const wrong = (element: number, severity: 'error' | 'warning', sentence: string): void =>
    gate.add({
      severity,
      position,
      tag: 'ISA',
      element,
      code: 'isa-value',
      sentence,
      report: ['TA105', elements[element - 1]?.note ?? '022'],
    })
  const number = isa.text(13).trim()
  if (!/^\d{1,9}$/.test(number)) wrong(13, 'error', 'The control number of the interchange is no number.')
  else if (Number(number) === 0) wrong(13, 'error', 'The control number of the interchange is 0; it begins with 1.')
  if (!isCivilDate(isa.text(9))) wrong(9, 'warning', 'The date in the ISA is no date (YYMMDD).')
  if (!isTimeOfDay(isa.text(10))) wrong(10, 'warning', 'The time in the ISA is no time (HHMM).')
  if (isa.text(6).trim() === '') wrong(6, 'error', 'The ISA does not say who sends.')
  if (isa.text(8).trim() === '') wrong(8, 'error', 'The ISA does not say who is to receive.')
  for (const [element, { codes, says }] of coded) {
    if (!codes.test(isa.text(element).trim())) wrong(element, 'warning', says)
  }
  const version = isa.text(12)
  if (!/^00[2-8]0\d$/.test(version)) wrong(12, 'error', 'The version in the ISA is none of X12 (00501 is usual).')
  // From 00402 on ISA11 is the delimiter of repetitions; before, U stood there for the standards of the United States.
  else if (version >= '00402' && /[A-Za-z0-9 ]/.test(isa.text(11))) {
    wrong(
      11,
      'warning',
      'ISA11 has a letter, a digit or a blank; the character by which repetitions are cut belongs there.',
    )
  }
}

/** Data element I05. */
const partyQualifiers = /^(0[1-4789]|1\d|2\d|3[0-8]|AM|NR|SA|SN|ZZ)$/

export function isPartyQualifier(text: string): boolean {
  return partyQualifiers.test(text)
}

/** Elements that hold codes (X12.5). */
const coded: readonly (readonly [element: number, { readonly codes: RegExp; readonly says: string }])[] = [
  [1, { codes: /^0[0-8]$/, says: 'The authorization qualifier in the ISA is no code that X12 has.' }],
  [3, { codes: /^0[01]$/, says: 'The security qualifier in the ISA is neither 00 nor 01.' }],
  [5, { codes: partyQualifiers, says: 'The qualifier of the sender in the ISA is no code that X12 has.' }],
  [7, { codes: partyQualifiers, says: 'The qualifier of the receiver in the ISA is no code that X12 has.' }],
  [14, { codes: /^[01]$/, says: 'ISA14 is neither 0 nor 1: whether an acknowledgement is asked for is not known.' }],
  [15, { codes: /^[PTI]$/, says: 'The ISA says neither P (production) nor T (test).' }],
]
