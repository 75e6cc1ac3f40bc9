import type { Severity } from '../finding.ts'
import { groupOfSet } from '../grammar/functional-groups.ts'
import { isCivilDate, isTimeOfDay } from './check-time.ts'
import type { FindingGate, Found } from './findings.ts'
import type { SegmentView } from './segment-view.ts'

/** GS (X12.5). An acknowledgement has no code for a date, a time or an agency that is wrong (AK905). */
export function checkGs(gs: SegmentView, gate: FindingGate): void {
  const add = (found: Omit<Found, 'severity' | 'position' | 'tag'>, severity: Severity = 'error'): void =>
    gate.add({ ...found, severity, position: gs.position, tag: 'GS' })
  if (!/^\d{1,9}$/.test(gs.text(6))) {
    const sentence = 'The control number of the group (GS06) is no number of one to nine digits.'
    add({ element: 6, code: 'gs-control-number', sentence, report: ['AK905', '6'] })
  }
  if (gs.text(1) === '') {
    const sentence = 'The group does not say what it holds (GS01).'
    add({ element: 1, code: 'gs-function', sentence, report: ['AK905', '1'] })
  }
  if (gs.text(8) === '') {
    const sentence = 'The group does not say its version (GS08).'
    add({ element: 8, code: 'gs-version', sentence, report: ['AK905', '2'] })
  }
  const odd = (element: number, sentence: string): void => add({ element, code: 'gs-value', sentence }, 'warning')
  const date = gs.text(4)
  if (date.length !== 8 || !isCivilDate(date)) odd(4, 'The date of the group (GS04) is no date (CCYYMMDD).')
  if (!isTimeOfDay(gs.text(5))) odd(5, 'The time of the group (GS05) is no time (HHMM).')
  if (gs.text(7) !== 'X') odd(7, 'The agency of the group (GS07) is not X, which stands for X12.')
}

/**
 * ST within its group: the group is of its kind (GS01), and of its guide (GS08 and ST03, which the guides of 5010 want to be the
 * same; a set may name an erratum less).
 *
 * @param kind GS01
 * @param version GS08
 */
export function checkInGroup(st: SegmentView, kind: string, version: string, gate: FindingGate): void {
  const common = { position: st.position, tag: 'ST' } as const
  const expected = groupOfSet(st.text(1).trim())
  if (expected !== null && kind !== '' && kind.toUpperCase() !== expected) {
    const sentence = `The group does not hold sets of this kind: GS01 should be ${expected}.`
    gate.add({ ...common, severity: 'error', element: 1, code: 'set-not-in-group', sentence, report: ['IK502', '18'] })
  }
  const own = st.text(3).trim()
  if (own === '' || version === '' || own.toUpperCase() === version.toUpperCase()) return
  const severity = withoutErratum(own) === withoutErratum(version) ? 'warning' : 'error'
  const sentence = 'The guide of the set (ST03) is not that of its group (GS08).'
  gate.add({ ...common, severity, element: 3, code: 'set-version', sentence, report: ['IK502', '19'] })
}

function withoutErratum(version: string): string {
  return version.toUpperCase().replace(/(?<=X\d{3})[AE]\d$/, '')
}
