import type { ElementUse, LoopUse, SegmentUse } from '../grammar/guide.ts'
import type { Segment } from '../segment.ts'
import { checkNotes } from './check-notes.ts'
import { checkValue, isDateOf, type ValueFault } from './element-value.ts'
import type { Findings } from './findings.ts'

/** More are counted and not looked at. */
const mostRepetitions = 200

/** Elements of a segment against its guide: usage, type, length, codes, repetitions, relations. */
export function checkSegment(segment: Segment, use: SegmentUse, loop: LoopUse, findings: Findings): void {
  const { size } = segment
  const { elements } = use
  const most = Math.max(size, use.least)
  // Elements that are there, as bits by their number.
  let present = 0
  for (let number = 1; number <= most; number++) {
    const element = elements[number - 1] ?? null
    const value = number <= size ? segment.text(number) : ''
    if (value === '') {
      if (element?.isRequired) findings.add(found(segment, loop, number, 0, element, missing))
      continue
    }
    if (number < 31) present |= 1 << number
    if (number > elements.length) {
      // X12 counts how many are too many nowhere: the first of them tells.
      findings.add(found(segment, loop, number, 0, null, tooManyElements))
      break
    }
    if (!element) findings.add(found(segment, loop, number, 0, null, unused))
    else if (element.parts) checkComposite(segment, use, loop, number, element, element.parts, findings)
    else checkSimple(segment, use, loop, number, element, value, findings)
  }
  if (use.notes.length > 0) checkNotes(segment, use, present, loop, findings)
}

function checkSimple(
  segment: Segment,
  use: SegmentUse,
  loop: LoopUse,
  number: number,
  element: ElementUse,
  value: string,
  findings: Findings,
): void {
  const told = toldFor(use, number, 0)
  const fault = checkValue(element, value, told)
  // A number, a date or a known code is not repeated; anything else may hold several.
  const isSure = fault === null && (element.type !== 'AN' || element.codes !== null || value.length < 3)
  if (!isSure) {
    const repetitions = segment.repetitions(number)
    if (repetitions > element.repeat) {
      findings.add(found(segment, loop, number, 0, element, tooMany(repetitions, element.repeat)))
    }
    if (repetitions > 1) {
      for (let one = 1; one <= Math.min(repetitions, mostRepetitions); one++) {
        const wrong = checkValue(element, segment.part(number, 1, one), told)
        if (wrong) findings.add({ ...found(segment, loop, number, 0, element, wrong), repetition: one })
      }
      return
    }
  }
  if (fault) findings.add(found(segment, loop, number, 0, element, fault))
  else if (element.number === '1251' && !isDateOf(segment.text(number - 1), value)) {
    findings.add(found(segment, loop, number, 0, element, wrongDate))
  }
}

function checkComposite(
  segment: Segment,
  use: SegmentUse,
  loop: LoopUse,
  number: number,
  element: ElementUse,
  parts: readonly (ElementUse | null)[],
  findings: Findings,
): void {
  const repetitions = segment.repetitions(number)
  if (repetitions > element.repeat) {
    findings.add(found(segment, loop, number, 0, element, tooMany(repetitions, element.repeat)))
  }
  for (let one = 1; one <= Math.min(repetitions, mostRepetitions); one++) {
    const add = (component: number, part: ElementUse | null, fault: ValueFault): void =>
      findings.add({
        ...found(segment, loop, number, component, part, fault),
        ...(repetitions > 1 ? { repetition: one } : {}),
      })
    const values = segment.components(number, one)
    const most = Math.max(values.length, parts.length)
    for (let component = 1; component <= most; component++) {
      const part = parts[component - 1] ?? null
      const value = values[component - 1]
      if (value === undefined || value === '') {
        if (part?.isRequired) add(component, part, missing)
        continue
      }
      const fault = part
        ? checkValue(part, value, toldFor(use, number, component))
        : component > parts.length
          ? tooManyParts
          : unused
      if (fault) add(component, part, fault)
      else if (part?.number === '1251' && !isDateOf(values[component - 2] ?? '', value)) {
        add(component, part, wrongDate)
      }
    }
  }
}

/** Where segments of one tag are told apart by a code, all that may stand there. */
function toldFor({ qualifier }: SegmentUse, element: number, component: number): ReadonlySet<string> | undefined {
  return qualifier?.element === element && qualifier.component === component ? qualifier.alternatives : undefined
}

function found(
  segment: Segment,
  loop: LoopUse,
  number: number,
  component: number,
  element: ElementUse | null,
  fault: ValueFault,
): Parameters<Findings['add']>[0] {
  const place = `${segment.tag}${String(number).padStart(2, '0')}${component > 0 ? `-${component}` : ''}`
  return {
    level: fault === missing || fault === unused ? 2 : 1,
    position: segment.position,
    tag: segment.tag,
    element: number,
    ...(component > 0 ? { component } : {}),
    loop: loop.id,
    code: fault.code,
    sentence: `${place}${element && element.name !== 'composite' ? ` (${element.name})` : ''} ${fault.says}.`,
    report: ['IK403', fault.report],
  }
}

const missing: ValueFault = { code: 'element-missing', report: '1', says: 'is missing' }
const unused: ValueFault = { code: 'element-not-used', report: 'I10', says: 'is not used by this guide' }
const tooManyElements: ValueFault = { code: 'too-many-elements', report: '3', says: 'is more than this segment has' }
const tooManyParts: ValueFault = { code: 'too-many-components', report: '13', says: 'has too many components' }
const wrongDate: ValueFault = {
  code: 'not-a-date',
  report: '8',
  says: 'is no date or period of the format that stands before it',
}

function tooMany(count: number, most: number): ValueFault {
  return {
    code: 'too-many-repetitions',
    report: '12',
    says: `is there ${count} times and may be there ${most === 1 ? 'once' : `${most} times`}`,
  }
}
