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
      sentence: `The ISA has ${isa.size} elements; it should have ${elements.length}.`,
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
      sentence: `The ${name} in the ISA has ${found} characters; it should have ${length}.`,
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
  if (!/^\d{1,9}$/.test(isa.text(13).trim())) wrong(13, 'error', 'The control number of the interchange is no number.')
  if (!isCivilDate(isa.text(9))) wrong(9, 'warning', 'The date in the ISA is no date (YYMMDD).')
  if (!isTimeOfDay(isa.text(10))) wrong(10, 'warning', 'The time in the ISA is no time (HHMM).')
  if (!/^[PTI]$/i.test(isa.text(15))) wrong(15, 'warning', 'The ISA says neither P (production) nor T (test).')
  if (isa.text(6).trim() === '') wrong(6, 'error', 'The ISA does not say who sends.')
  if (isa.text(8).trim() === '') wrong(8, 'error', 'The ISA does not say who is to receive.')
}
