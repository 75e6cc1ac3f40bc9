import { isCivilDate, isTimeOfDay } from './check-time.ts'
import type { FindingGate } from './findings.ts'
import type { SegmentView } from './segment-view.ts'

const size = 5

/** TA1 as it came (X12.5). What is wrong with an acknowledgement is not acknowledged. */
export function checkTa1(ta1: SegmentView, gate: FindingGate): void {
  const wrong = (element: number, sentence: string): void =>
    gate.add({ severity: 'error', position: ta1.position, tag: 'TA1', element, code: 'ta1-value', sentence })
  const [number, date, time, answer, note] = [1, 2, 3, 4, 5].map((element) => ta1.text(element))
  if (!/^\d{9}$/.test(number ?? '')) wrong(1, 'TA101 (the interchange that is answered) is no number of nine digits.')
  if (date?.length !== 6 || !isCivilDate(date)) wrong(2, 'TA102 is no date (YYMMDD).')
  if (!isTimeOfDay(time ?? '')) wrong(3, 'TA103 is no time (HHMM).')
  const isAnswer = /^[AER]$/.test(answer ?? '')
  const isNote = /^0([0-2]\d|3[01])$/.test(note ?? '')
  if (!isAnswer) wrong(4, 'TA104 is not A (accepted), E (accepted with errors) or R (rejected).')
  if (!isNote) wrong(5, 'TA105 is not a note from 000 to 031.')
  else if (isAnswer && (answer === 'A') !== (note === '000')) {
    wrong(5, answer === 'A' ? 'TA105 has to be 000 where TA104 accepts.' : 'TA105 says no error, and TA104 does.')
  }
  if (ta1.size > size) wrong(size + 1, `TA1 has ${ta1.size} elements; it should have ${size}.`)
}
